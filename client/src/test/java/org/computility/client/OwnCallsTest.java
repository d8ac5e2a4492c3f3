package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.market.Market;
import org.computility.client.market.Notifications;
import org.computility.client.market.PolicyUses;
import org.computility.client.market.Publications;
import org.computility.client.monitoring.ReportRules;
import org.computility.client.network.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls below {@code /platform/v1} send that stand beside those of the standards, and what they make of the answer. */
class OwnCallsTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    private void page(String element) {
        platform.answers(200, "{\"items\":[" + element + "],\"page\":2,\"pageSize\":5,\"total\":9}");
    }

    @Test
    void publicationsAreFoundDescribedAndWithdrawn() {
        String publication = "{\"publishId\":\"" + ID
                + "\",\"kind\":\"MODEL\",\"billing\":{\"price\":0.02,\"tiers\":[{\"from\":9,\"price\":0.01}],"
                + "\"freeQuota\":10,\"term\":365},\"published\":true}";
        page(publication);
        Publications.Publication found = client.publications()
                .list(new Publications.Search("MODEL", null, true), 2, 5)
                .items()
                .get(0);
        assertThat(platform.lastQuery())
                .containsEntry("kind", "MODEL")
                .containsEntry("own", "true")
                .doesNotContainKey("resourceId");
        assertThat(found.billing().tiers()).containsExactly(new Publications.Tier(9, new BigDecimal("0.01")));
        assertThat(found.authorised()).isNull();
        platform.answers(200, publication);
        assertThat(client.publications().get(ID)).isEqualTo(found);

        platform.answers(204, "");
        String path = "/platform/v1/market/publications/" + ID;
        client.publications().describe(ID, new Publications.Description("Floods", null, List.of("水利"), null));
        assertThat(platform.lastCall())
                .isEqualTo("PUT " + path + "/description {\"categories\":[\"水利\"],\"title\":\"Floods\"}");
        client.publications().authorise(ID, new Publications.Credential("Bearer k"));
        assertThat(platform.lastCall()).isEqualTo("PUT " + path + "/credential {\"authorization\":\"Bearer k\"}");
        client.publications().authorise(ID, new Publications.Credential(null));
        assertThat(platform.lastCall()).isEqualTo("PUT " + path + "/credential {}");
        client.publications().withdraw(ID);
        assertThat(platform.lastCall()).isEqualTo("DELETE " + path + " ");
    }

    @Test
    void pricesOfPublicationsAreAnnounced() {
        String price = "{\"publishId\":\"" + ID + "\",\"unit\":\"CALL\",\"price\":0.03,\"tiers\":[],"
                + "\"validFrom\":\"2026-12-01T00:00:00Z\"}";
        String path = "/platform/v1/market/publications/" + ID + "/prices";
        platform.answers(201, price);
        Publications.NewPrice wanted = new Publications.NewPrice(
                new BigDecimal("0.03"), List.of(), 10L, Instant.parse("2026-12-01T00:00:00Z"));

        Publications.Price announced = client.publications().announce(ID, wanted);

        assertThat(platform.lastCall())
                .isEqualTo("POST " + path
                        + " {\"freeQuota\":10,\"price\":0.03,\"tiers\":[],\"validFrom\":\"2026-12-01T00:00:00Z\"}");
        assertThat(announced.validTo()).isNull();
        platform.answers(200, "{\"items\":[" + price + "]}");
        assertThat(client.publications().prices(ID)).containsExactly(announced);
        assertThat(platform.lastCall()).isEqualTo("GET " + path + " ");
    }

    @Test
    void subscriptionsAreFound() {
        String subscription = "{\"orderId\":\"" + ID
                + "\",\"startsAt\":\"2026-11-28T08:00:00Z\",\"licenses\":{\"licensesID\":\"l\"}}";
        page(subscription);
        Publications.Subscription found =
                client.publications().subscriptions(ID, 2, 5).items().get(0);
        assertThat(platform.lastQuery()).containsEntry("publishId", ID.toString());
        assertThat(found.licenses().getString("licensesID")).isEqualTo("l");
        platform.answers(200, subscription);
        assertThat(client.publications().subscription(ID)).isEqualTo(found);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/market/subscriptions/" + ID + " ");
    }

    @Test
    void aUseOfControlledDataIsAskedFor() {
        platform.answers(200, "{\"useId\":\"" + ID + "\",\"scene\":\"training\",\"remainingCounts\":99}");
        PolicyUses.NewUse wanted = new PolicyUses.NewUse("u", "training", "110108", null, null, "PyTorch", null);
        assertThat(client.policyUses().use("p/1", wanted).remainingCounts()).isEqualTo(99);
        assertThat(platform.lastSegments()).endsWith("policies", "p/1", "uses");
        assertThat(platform.lastCall())
                .endsWith(" {\"area\":\"110108\",\"framework\":\"PyTorch\",\"scene\":\"training\",\"userId\":\"u\"}");
    }

    @Test
    void aPrivateKeyIsDeposited() {
        platform.answers(204, "");
        client.market().depositKey("r", "pem");
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/market/resources/r/private-key {\"privateKey\":\"pem\"}");
    }

    @Test
    void notificationsAreReadAndSent() {
        page("{\"id\":\"" + ID + "\",\"kind\":\"MATCH\",\"textZh\":\"有\"}");
        assertThat(client.notifications().list(2, 5).items().get(0).textZh()).isEqualTo("有");
        platform.answers(200, "{\"url\":\"https://b/\",\"algorithm\":\"HMAC-SM3\",\"waiting\":2}");
        Notifications.NewWebhook wanted = new Notifications.NewWebhook("https://b/", "s3cret", null);
        assertThat(client.notifications().send(wanted).waiting()).isEqualTo(2);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/notifications/webhook {\"secret\":\"s3cret\",\"url\":\"https://b/\"}");
        assertThat(client.notifications().webhook().deliveredAt()).isNull();
        platform.answers(204, "");
        client.notifications().sendNothing();
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/notifications/webhook ");
    }

    @Test
    void theAuditTrailIsReadAndVerified() {
        page("{\"id\":4711,\"action\":\"PATCH\",\"outcome\":200}");
        Audit.Search search = new Audit.Search(null, null, "admin", null, 200, null);
        assertThat(client.audit().search(search, 2, 5).items().get(0).id()).isEqualTo(4711);
        assertThat(platform.lastQuery())
                .containsOnly(
                        Map.entry("account", "admin"),
                        Map.entry("outcome", "200"),
                        Map.entry("page", "2"),
                        Map.entry("pageSize", "5"));
        platform.answers(200, "{\"valid\":false,\"checked\":16,\"firstBrokenId\":17}");
        assertThat(client.audit().verify()).isEqualTo(new Audit.Verification(false, 16, 17L));
    }

    @Test
    void reportsAreJudgedByRules() {
        platform.answers(200, "[{\"code\":\"9\",\"kind\":\"CLUSTER\",\"name\":\"庆阳集群\"}]");
        assertThat(client.reportRules().places()).containsExactly(new ReportRules.Place("9", "CLUSTER", "庆阳集群"));
        platform.answers(200, "[{\"code\":\"pue\",\"bound\":1,\"enabled\":true}]");
        assertThat(client.reportRules().rules().get(0).other()).isNull();
        platform.answers(200, "{\"code\":\"pue\",\"bound\":1.02}");
        client.reportRules().change("pue", new ReportRules.RuleChange(new BigDecimal("1.02"), null, null));
        assertThat(platform.lastCall()).isEqualTo("PATCH /platform/v1/monitoring/rules/pue {\"bound\":1.02}");
        platform.answers(200, "{\"accountId\":\"" + ID + "\",\"mode\":\"FRESH\"}");
        ReportRules.SignCheck check = new ReportRules.SignCheck(ID, "FRESH");
        assertThat(client.reportRules().check(ID, "FRESH")).isEqualTo(check);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/monitoring/sign-checks/" + ID + " {\"mode\":\"FRESH\"}");
        assertThat(client.reportRules().signCheck(ID)).isEqualTo(check);
        platform.answers(200, "{\"knownOn\":117,\"centerId\":7}");
        assertThat(client.monthReports().get(7, YearMonth.of(2026, 10), 120L).knownOn())
                .isEqualTo(117);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/monitoring/reports/7/2026-10?knownOn=120 ");
        client.monthReports().get(7, YearMonth.of(2026, 10), null);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/monitoring/reports/7/2026-10 ");
    }

    @Test
    void oneOfEachKindIsRead() {
        platform.answers(200, "{\"id\":\"" + ID + "\",\"username\":\"u\",\"name\":\"n\"}");
        assertThat(client.accounts().me()).isEqualTo(client.accounts().get(ID));
        assertThat(client.accounts().organisation(ID).name()).isEqualTo("n");
        assertThat(client.registrations().get(ID).username()).isEqualTo("u");
        assertThat(client.results().get(ID).id()).isEqualTo(ID);
        platform.answers(200, "JPEG");
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        client.results().image(ID, image);
        assertThat(image.toString(StandardCharsets.UTF_8)).isEqualTo("JPEG");
        page("{\"id\":1,\"outcome\":\"FINISHED\"}");
        assertThat(client.plans().runs(13, 2, 5).items().get(0).round()).isNull();
        platform.answers(200, "{\"state\":\"PENDING\"}");
        assertThat(client.instances().placement("17").getString("state")).isEqualTo("PENDING");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/planning/instances/17/placement ");
    }

    @Test
    void allThatMayBeSaidOfADataSetIsSent(@TempDir Path folder) throws IOException {
        platform.answers(200, "{\"id\":\"d\"}");
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2");
        client.dataSets().upload(file, new DataSets.NewDataSet("t", "md5", 3, "What moved", "water, motion", true));
        assertThat(platform.lastCall())
                .contains("name=\"desc\"", "What moved", "name=\"labels\"", "water, motion", "name=\"public\"", "true");
        client.dataSets().upload(file, "t", "md5", 3);
        assertThat(platform.lastCall()).doesNotContain("name=\"desc\"", "name=\"labels\"", "name=\"public\"");

        platform.answers(200, "{\"totalSize\":0,\"datasets\":[]}");
        client.dataSets().list("moved", new Part(2, 5, "size", false));
        assertThat(platform.lastQuery())
                .containsOnly(
                        Map.entry("query", "moved"),
                        Map.entry("sort", "size"),
                        Map.entry("page", "2"),
                        Map.entry("pageSize", "5"));
    }

    @Test
    void secretsStayOutOfLogs() {
        assertThat(List.of(
                        new Notifications.NewWebhook("https://b/", "s3cret", null).toString(),
                        new Publications.Credential("s3cret").toString(),
                        new Market.DepositedKey("s3cret").toString()))
                .noneMatch(text -> text.contains("s3cret"));
    }
}
