package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.client.network.Catalogue;
import org.computility.client.network.Centers;
import org.computility.client.network.Cpu;
import org.computility.client.network.Keys;
import org.computility.client.network.Memory;
import org.computility.client.network.Network;
import org.computility.client.network.Part;
import org.computility.client.network.Processor;
import org.computility.client.network.Registrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each call of the computing network sends, and what it makes of the answer. */
public class NetworkCallsTest {

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

    @Test
    void centersAreFoundByTypeAndConnection() {
        platform.answers(200, """
            {"totalSize":1,"centers":[{"centerId":"c","centerName":"C","connected":true,"processorType":"NPU",
            "totalStorage":7,"maxComputingPower":20000000000000000000}]}\
            """);

        Network.Center found = client.network()
                .centers("NPU", true, new Part(2, 10, "centerName", true))
                .centers()
                .get(0);

        assertThat(platform.lastCall())
                .isEqualTo(
                        "GET /centers?page=2&pageSize=10&sort=centerName&order=asc&processorType=NPU&connected=true ");
        assertThat(found.maxComputingPower()).isEqualTo(new BigInteger("20000000000000000000"));
        assertThat(found.province()).isNull();
    }

    @Test
    void specsAndIdleResourcesAreOfOneCenterOrOfAll() {
        platform.answers(200, """
            {"totalSize":1,"resourceSpecs":[{"resourceSpecId":"s","resourceSpecName":"S","cpu":{"arch":"X86","cores":2},
            "memory":{"size":0.5,"unit":"GiB"}}]}\
            """);
        Network.Spec spec =
                client.network().specs("c", Part.FIRST).resourceSpecs().get(0);
        assertThat(platform.lastCall()).isEqualTo("GET /resource/specs?page=1&pageSize=50&centerId=c ");
        assertThat(spec.memory().size()).isEqualByComparingTo("0.5");
        assertThat(spec.processor()).isNull();

        platform.answers(200, """
            {"centerResources":[{"centerId":"c","idleResource":{"cpu":{"arch":"X86","cores":2},
            "memory":{"size":3,"unit":"GiB"},"processor":{"type":"GPU","count":1}},"nodeResources":[
            {"resourceSpec":{"cpu":{"cores":2},"memory":{"size":3,"unit":"GiB"}},"nodeCount":"4"}]}]}\
            """);
        Network.CenterShare idle = client.network().idle(null).centerResources().get(0);
        assertThat(platform.lastCall()).isEqualTo("GET /resource/idle ");
        assertThat(idle.nodeResources().get(0).nodeCount()).isEqualTo("4");
        assertThat(idle.idleResource().processor().type()).isEqualTo("GPU");
        assertThat(idle.totalResource()).isNull();
    }

    @Test
    void imagesAreFoundByAllThatTheTableNames() {
        platform.answers(200, "{\"totalSize\":0,\"images\":[]}");

        client.network()
                .images(
                        new Network.ImageFilter("c", "NPU", "MindSpore", "2026-11-01 00:00:00", "2026-11-02 00:00:00"),
                        Part.FIRST);

        assertThat(platform.lastCall())
                .startsWith("GET /resource/images?page=1&pageSize=50&centerId=c&processor=NPU&framework=MindSpore&")
                .contains("createAfter=2026-11-01", "createBefore=2026-11-02");
    }

    @Test
    void aPriceIsPublishedAndAJobsCostToldBeforeAndAfter() {
        platform.answers(
                201,
                "{\"specId\":\"s\",\"unitPrice\":0.01,\"currency\":\"CNY\",\"validFrom\":\"2026-11-29T08:00:00Z\"}");
        assertThat(client.jobCosts().publish("s", new BigDecimal("0.01")).validTo())
                .isNull();
        assertThat(platform.lastCall()).isEqualTo("POST /platform/v1/specs/s/prices {\"unitPrice\":0.01}");

        platform.answers(200, "{\"specId\":\"s\",\"nodeCount\":2,\"seconds\":60,\"unitPrice\":0.01,\"amount\":1.20}");
        assertThat(client.jobCosts().estimate("s", 2, 60).amount()).isEqualByComparingTo("1.2");
        assertThat(platform.lastCall())
                .startsWith("GET /platform/v1/settlement/computing/estimate?")
                .contains("specId=s", "nodeCount=2", "seconds=60");

        String job = "70553686-096f-488b-8151-9c1e47adafa5";
        platform.answers(
                200,
                "{\"jobId\":\"" + job + "\",\"nodeSeconds\":12,\"currency\":\"CNY\",\"charged\":0.12,\"uncharged\":0}");
        assertThat(client.jobCosts().of(job).charged()).isEqualByComparingTo("0.12");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/jobs/" + job + "/costs ");
    }

    @Test
    void aCenterIsRegisteredAskedAndRemoved() {
        platform.answers(201, "{\"id\":\"c d\",\"name\":\"C\",\"connected\":false,\"reason\":\"not asked\"}");
        Centers.Center center = client.centers().register(Centers.NewCenter.at("c d", "C", "process:/jobs"));
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/centers {\"id\":\"c d\",\"location\":\"process:/jobs\",\"name\":\"C\"}");
        assertThat(center.reason()).isEqualTo("not asked");

        platform.answers(200, "{\"id\":\"c d\",\"connected\":true}");
        assertThat(client.centers().probe("c d").connected()).isTrue();
        assertThat(platform.lastCall()).startsWith("POST /platform/v1/centers/").contains("/probe");
        platform.answers(204, "");
        client.centers().remove("c");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/centers/c ");
    }

    @Test
    void specsAndImagesAreOfferedAndWithdrawn() {
        platform.answers(201, "{\"id\":\"s\"}");
        client.centers()
                .offer(new Centers.NewSpec(
                        "s",
                        "S",
                        new Cpu("ARM", 4),
                        new Memory(BigDecimal.TEN, "GiB"),
                        new Processor("NPU", 1, null, null, null)));
        assertThat(platform.lastCall()).contains("\"cpu\":{\"arch\":\"ARM\",\"cores\":4}", "\"type\":\"NPU\"");
        client.centers()
                .offer(new Centers.Image(
                        "i", "I", null, null, null, "true", null, null, null, null, null, List.of("python")));
        assertThat(platform.lastCall()).startsWith("POST /platform/v1/images ").contains("\"python\"");
        platform.answers(204, "");
        client.centers().withdrawSpec("s");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/specs/s ");
        client.centers().withdrawImage("i");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/images/i ");
    }

    @Test
    void anAccountIsAskedForSeenAndApproved() {
        String id = "5f0c9f0e-0000-4000-8000-000000000001";
        platform.answers(201, "{\"id\":\"" + id + "\",\"secret\":\"s3cret\",\"expiresAt\":\"2026-12-13T08:00:00Z\"}");
        Registrations.NewRegistration wanted = new Registrations.NewRegistration("u", "p4ss", "O", null, null);
        Registrations.Receipt receipt = client.registrations().ask(wanted);
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/registrations"
                        + " {\"organisation\":\"O\",\"password\":\"p4ss\",\"username\":\"u\"}");
        assertThat(wanted + " " + receipt).doesNotContain("p4ss").doesNotContain("s3cret");

        platform.answers(200, "{\"state\":\"REFUSED\",\"username\":\"u\",\"reason\":\"why\"}");
        assertThat(client.registrations().state(receipt).reason()).isEqualTo("why");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/registrations/" + id + "/state ");
        assertThat(platform.lastHeader("X-Registration-Secret")).isEqualTo("s3cret");

        platform.answers(200, "{\"id\":\"" + id + "\",\"state\":\"APPROVED\",\"decidedBy\":\"admin\"}");
        UUID known = UUID.fromString(id);
        assertThat(client.registrations()
                        .approve(known, known, Set.of("CONSUMER"))
                        .decidedBy())
                .isEqualTo("admin");
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/registrations/" + id + "/approval {\"organisationId\":\"" + id
                        + "\",\"roles\":[\"CONSUMER\"]}");
        assertThat(platform.lastHeader("X-Registration-Secret")).isNull();
        client.registrations().refuse(known, "why");
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/registrations/" + id + "/refusal {\"reason\":\"why\"}");
        platform.answers(200, "{\"items\":[],\"page\":1,\"pageSize\":20,\"total\":0}");
        assertThat(client.registrations().pending(1, 20).items()).isEmpty();
        assertThat(platform.lastQuery()).containsEntry("state", "PENDING");
    }

    @Test
    void aKeyIsMadeListedAndRevoked() {
        String id = "5f0c9f0e-0000-4000-8000-000000000001";
        String key = "\"id\":\"" + id + "\",\"name\":\"n\",\"scopes\":[\"READ\"]";
        platform.answers(201, "{" + key + ",\"key\":\"cpk_s3cret\"}");
        Keys.Key made = client.keys().make("n", Set.of(Keys.Scope.READ), Instant.parse("2027-05-29T08:00:00Z"));
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/keys {\"expiresAt\":\"2027-05-29T08:00:00Z\",\"name\":\"n\","
                        + "\"scopes\":[\"READ\"]}");
        assertThat(made.key()).isEqualTo("cpk_s3cret");
        assertThat(made.toString()).doesNotContain("s3cret");

        platform.answers(200, "{\"items\":[{" + key + "}],\"page\":1,\"pageSize\":20,\"total\":1}");
        assertThat(client.keys().list(1, 20).items())
                .singleElement()
                .satisfies(listed -> assertThat(listed.scopes()).containsExactly(Keys.Scope.READ));
        platform.answers(204, "");
        client.keys().revoke(made.id());
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/keys/" + id + " ");
    }

    @Test
    void theMarketIsSearchedByKeyWordAndCategory() {
        platform.answers(200, "{\"items\":[{\"title\":\"T\",\"price\":0.02}],\"page\":1,\"pageSize\":20,\"total\":1}");
        assertThat(client.catalogue().models(Catalogue.Search.ANY).items())
                .singleElement()
                .satisfies(model -> assertThat(model.price()).isEqualByComparingTo("0.02"));
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/market/models?page=1&pageSize=20 ");
        client.catalogue().applications(new Catalogue.Search("flood", "c", 2, 5));
        assertThat(platform.lastCall())
                .isEqualTo("GET /platform/v1/market/applications?query=flood&category=c&page=2&pageSize=5 ");
        client.catalogue().resources("model", Catalogue.Search.ANY);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/market/resources?page=1&pageSize=20&type=model ");
        platform.answers(
                200,
                "{\"items\":[{\"registrationID\":\"TDS-CONTROLLED\",\"dataID\":\"d\",\"controlled\":true,\"isOpen\":1},"
                        + "{\"dataFormat\":\"jsonl\",\"dataSize\":12.5,\"controlled\":false}],"
                        + "\"page\":1,\"pageSize\":20,\"total\":2}");
        assertThat(client.catalogue().resources(null, Catalogue.Search.ANY).items())
                .extracting(
                        Catalogue.DataOffer::registrationID,
                        Catalogue.DataOffer::isOpen,
                        Catalogue.DataOffer::dataFormat)
                .containsExactly(tuple("TDS-CONTROLLED", 1, null), tuple(null, null, "jsonl"));
    }

    @Test
    void aRefusalHasItsNumberOfAnnexB() {
        platform.answers(400, "{\"errorCode\":\"0210\",\"errorMsg\":\"centerId c names no center.\"}");

        assertThatThrownBy(() -> client.network().idle("c"))
                .isInstanceOfSatisfying(ComputilityException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("0210");
                    assertThat(refusal.status()).isEqualTo(400);
                });
    }
}
