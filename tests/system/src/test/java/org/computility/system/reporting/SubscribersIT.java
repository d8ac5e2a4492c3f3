package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.WebhookReceiver;
import org.computility.system.WebhookReceiver.Mood;
import org.computility.system.jobs.TrainingCenters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The layers of operation and scheduling are told on their timetables, and fetch what they missed (TC609 clauses 5.4, 5.5). */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class SubscribersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String SUBSCRIBERS = "platform/v1/federation/subscribers/";
    private static final String NEWS = "platform/v1/monitoring/reports/news";

    private final Platform platform;
    private final ServerUnderTest server;
    private final Visitor admin;
    private final Reporter reporter;
    private final String name;
    private final int center;
    private final long before;
    private final WebhookReceiver receiver = new WebhookReceiver("X-Monitoring");

    SubscribersIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        name = platform.freshName("dispatch-");
        center = reporter.center(reporter.freshName("酒泉"), "");
        before = admin.get("platform/v1/monitoring/reports?pageSize=1")
                .expect(200)
                .json()
                .getInt("knownOn");
    }

    @AfterEach
    void close() {
        admin.delete(SUBSCRIBERS + name);
        receiver.close();
    }

    @Test
    void eachStateIsToldOnceSignedThroughOutagesOfBothSides() throws GeneralSecurityException {
        report("2026-07");
        receiver.is(Mood.REFUSES);
        set(wanted("PT1M"));
        await().atMost(PATIENCE).until(() -> receiver.came().size() >= 2);
        assertThat(told().getString("fault")).isEqualTo("answered with the status 503");
        assertThat(told().getInt("knownOn")).isEqualTo((int) before);

        receiver.is(Mood.HANGS);
        int came = receiver.came().size();
        await().atMost(PATIENCE).until(() -> receiver.came().size() > came);
        server.kill();
        server.start();
        report("2026-08");
        receiver.is(Mood.TAKES);

        await().atMost(PATIENCE).until(() -> months().containsAll(List.of("2026-07", "2026-08")));
        report("2026-09");
        await().atMost(PATIENCE).until(() -> months().contains("2026-09"));

        assertThat(months()).containsExactly("2026-07", "2026-08", "2026-09");
        for (WebhookReceiver.Got got : receiver.came()) {
            assertThat(got.isSigned()).isTrue();
        }
        long from = before;
        for (WebhookReceiver.Got got : receiver.taken()) {
            assertThat(got.json().getJsonNumber("after").longValue()).isEqualTo(from);
            from = got.json().getJsonNumber("knownOn").longValue();
        }
        await().atMost(PATIENCE).until(() -> told().getInt("failures") == 0);
    }

    /** What is posted is what is answered, member by member. */
    @Test
    void whoMissedSomethingFetchesItByTheSamePoints() {
        report("2026-07");
        report("2026-08");
        set(Json.createObjectBuilder(wanted("08:00")).build());
        await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());

        JsonObject pushed = receiver.taken().get(0).json();
        JsonObject pulled = news(reporter.calls.visitor(), before, 500);
        assertThat(pulled.getJsonArray("reports"))
                .isEqualTo(Json.createArrayBuilder(mine(pushed.getJsonArray("reports")))
                        .build());
        assertThat(pushed.getJsonNumber("knownOn")).isEqualTo(pulled.getJsonNumber("knownOn"));

        JsonObject first = news(reporter.calls.visitor(), before, 1);
        assertThat(first.getBoolean("more")).isTrue();
        JsonObject second = news(reporter.calls.visitor(), first.getInt("knownOn"), 1);
        assertThat(second.getBoolean("more")).isFalse();
        assertThat(Stream.of(first, second).flatMap(each -> each.getJsonArray("reports").stream()))
                .containsExactlyElementsOf(pulled.getJsonArray("reports"));
    }

    @Test
    void schedulersGetWhatCentersDoNow() {
        String here = TrainingCenters.here(platform, TrainingCenters.folder());
        bind("\"" + here + "\"");
        JsonObject wanted =
                Json.createObjectBuilder(wanted("PT1M")).add("load", true).build();

        // Each setting is told at once.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            set(wanted);
            return receiver.taken().stream().anyMatch(this::tellsCores);
        });
        bind("");
        admin.delete("platform/v1/centers/" + here).expect(204);
    }

    @Test
    void whoMayNotAndWhatCannotBeIsRefused() {
        Refusals.check(admin.get(SUBSCRIBERS + name), 404, "subscriber-unknown", "name");
        Refusals.check(admin.delete(SUBSCRIBERS + name), 404, "subscriber-unknown", "name");
        Refusals.check(admin.put(SUBSCRIBERS + name, wanted("hourly")), 400, "member-invalid", "timetable");
        Refusals.check(admin.put(SUBSCRIBERS + name, wanted("P2D")), 400, "member-invalid", "timetable");
        Refusals.check(admin.put(SUBSCRIBERS + "%E5%90%8D", wanted("PT1M")), 400, "member-invalid", "name");
        Refusals.check(admin.put(SUBSCRIBERS + "n".repeat(65), wanted("PT1M")), 400, "member-invalid", "name");
        odd("url", "http://169.254.1.1/told", "url-refused");
        odd("layer", "UPPER", "member-invalid");
        odd("secret", "short", "member-invalid");
        Refusals.check(
                admin.put(SUBSCRIBERS + name, with("after", before + 1_000_000)), 400, "member-invalid", "after");
        Refusals.check(admin.get(NEWS + "?after=" + (before + 1_000_000)), 400, "member-invalid", "after");
        Refusals.check(admin.get(NEWS), 400, "member-missing", "after");
        Refusals.check(admin.get(NEWS + "?after=0&most=501"), 400, "member-invalid", "most");
        assertThat(admin.get(SUBSCRIBERS + name).status()).isEqualTo(404);
        set(wanted("PT1M"));
        assertThat(admin.get("platform/v1/federation/subscribers").expect(200).text())
                .contains(name)
                .doesNotContain(WebhookReceiver.SECRET);
        for (String role : List.of("OPERATOR", "PROVIDER", "PLATFORM")) {
            Platform.Account account = platform.account(platform.freshOrganisation(), role);
            Visitor other = platform.as(platform.login(account.username(), account.password()));
            assertThat(other.get(SUBSCRIBERS + name).status()).isEqualTo(403);
            assertThat(other.put(SUBSCRIBERS + name, wanted("PT1M")).status()).isEqualTo(403);
            assertThat(other.delete(SUBSCRIBERS + name).status()).isEqualTo(403);
            assertThat(news(other, 0, 500).getJsonArray("reports")).isEmpty();
        }
        assertThat(platform.anonymous().get(NEWS + "?after=0").status()).isEqualTo(401);
    }

    private void odd(String member, String value, String code) {
        JsonObject body =
                Json.createObjectBuilder(wanted("PT1M")).add(member, value).build();
        Refusals.check(admin.put(SUBSCRIBERS + name, body), 400, code, member);
    }

    private JsonObject with(String member, long value) {
        return Json.createObjectBuilder(wanted("PT1M")).add(member, value).build();
    }

    private void report(String month) {
        reporter.calls
                .post(
                        "api/monthReport",
                        Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"" + month
                                + "\",\"supply\":{},\"application\":{\"jobCount\":7},\"power\":{\"pue\":1.2},"
                                + "\"security\":{}}"))
                .expect(200);
    }

    private JsonObject wanted(String timetable) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("layer", "SCHEDULING")
                .add("url", receiver.url())
                .add("secret", WebhookReceiver.SECRET)
                .add("algorithm", "HMAC-SHA256")
                .add("timetable", timetable)
                .add("provinces", Json.createArrayBuilder().add("620000"))
                .add("after", before);
        return body.build();
    }

    private void set(JsonObject wanted) {
        admin.put(SUBSCRIBERS + name, wanted).expect(200);
    }

    private JsonObject told() {
        return admin.get(SUBSCRIBERS + name).expect(200).json();
    }

    /** The months of this test's center as they were taken. */
    private List<String> months() {
        return receiver.taken().stream()
                .flatMap(got -> mine(got.json().getJsonArray("reports")).stream())
                // An answer that was not waited for comes again.
                .distinct()
                .map(state -> state.getString("reportMonth"))
                .toList();
    }

    private List<JsonObject> mine(JsonArray reports) {
        return reports.getValuesAs(JsonObject.class).stream()
                .filter(state -> state.getInt("centerId") == center)
                .toList();
    }

    private boolean tellsCores(WebhookReceiver.Got got) {
        return got.json().getJsonArray("centers").getValuesAs(JsonObject.class).stream()
                .anyMatch(told -> told.getInt("centerId") == center
                        && told.getJsonObject("scale").getJsonObject("total").containsKey("cores"));
    }

    private void bind(String centers) {
        admin.put(
                        "platform/v1/monitoring/centers/" + center + "/sources",
                        Reporter.object("{\"centers\":[" + centers + "],\"compute\":[]}"))
                .expect(200);
    }

    private static JsonObject news(Visitor who, long after, int most) {
        return who.get(NEWS + "?after=" + after + "&most=" + most).expect(200).json();
    }
}
