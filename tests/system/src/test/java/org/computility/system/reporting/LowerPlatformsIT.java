package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What centers of a platform below do now, that platform is asked (TC609 B.1, B.2); a dead one holds nobody up. */
@InTurn
@OnTheServer
class LowerPlatformsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOWER = "platform/v1/federation/lower";

    private final Platform platform;
    private final Visitor admin;
    private final String organisation;
    private final Platform.Account account;
    private final Reporter reporter;
    private final String code;
    private final String name;
    private final int center;

    LowerPlatformsIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        organisation = platform.freshOrganisation();
        account = platform.account(organisation, "PLATFORM");
        reporter = new Reporter(platform, organisation);
        code = reporter.freshName("lower").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
        name = reporter.freshName("天水中心");
        center = reporter.center(name, "");
    }

    @AfterEach
    void leave() {
        admin.delete(LOWER + "/" + code);
    }

    @Test
    void aPlatformBelowIsAskedLiveAndItsSilenceIsNamed() {
        assertThat(asked().getJsonArray("sources")).isEmpty();
        try (FakeLower lower = new FakeLower(name)) {
            set(lower.url(), FakeLower.PASSWORD).expect(200);
            assertThat(admin.get(LOWER + "/" + code).expect(200).text())
                    .contains(lower.url())
                    .doesNotContain(FakeLower.PASSWORD);

            JsonObject told = asked();
            assertThat(told.getInt("centerId")).isEqualTo(center);
            assertThat(told.getJsonObject("load").getInt("jobsRunning")).isEqualTo(3);
            assertThat(told.getJsonObject("scale").getJsonObject("total").getInt("cores"))
                    .isEqualTo(128);
            assertThat(told.getInt("age")).isBetween(9, 60);
            assertThat(told.getBoolean("partial")).isTrue();
            JsonObject row = told.getJsonArray("sources").getJsonObject(0);
            assertThat(row.getString("kind")).isEqualTo("PLATFORM");
            assertThat(row.getString("id")).isEqualTo(code);
            assertThat(row.getBoolean("answered")).isTrue();
            assertThat(told.getJsonArray("sources").getJsonObject(1).getString("reason"))
                    .isEqualTo("down");
            assertThat(lower.wrong()).isEmpty();

            String until = reporter.calls
                    .get("api/queryOperationalData?centerId=" + center)
                    .data()
                    .getString("asOf");
            lower.supervision("{\"electricityConsume\":5200.5,\"pue\":1.25,\"asOf\":{\"electricityConsume\":\"" + until
                    + "\",\"pue\":\"2020-01-01 00:00:00\"},\"estimated\":[\"electricityConsume\"]}");
            JsonObject hour = supervision();
            assertThat(hour.getJsonNumber("electricityConsume").toString()).isEqualTo("5200.5");
            assertThat(hour.getJsonObject("asOf").getString("electricityConsume"))
                    .isEqualTo(until);
            assertThat(hour).doesNotContainKeys("pue", "wue", "reason");
        }
        // Its last answers are remembered for a few seconds.
        JsonObject silent = await().atMost(PATIENCE).until(this::asked, now -> !answered(now));
        assertThat(silent.getJsonObject("load")).isEmpty();
        assertThat(silent).doesNotContainKey("asOf");
        assertThat(silent.getBoolean("partial")).isTrue();
        JsonObject row = silent.getJsonArray("sources").getJsonObject(0);
        assertThat(row.getString("reason")).contains("does not answer");
        assertThat(row.getJsonObject("load").getInt("jobsRunning")).isEqualTo(3);
        assertThat(row.getInt("age")).isGreaterThanOrEqualTo(9);
        JsonObject hour = await().atMost(PATIENCE).until(this::supervision, now -> now.containsKey("reason"));
        assertThat(hour.getString("reason")).contains("天水");
        assertThat(hour.getJsonNumber("electricityConsume").toString()).isEqualTo("5200.5");
    }

    @Test
    void manyWhoAskADeadPlatformWaitOnceAndThenForNobody() {
        try (FakeLower lower = new FakeLower(name)) {
            lower.hangs();
            set(lower.url(), FakeLower.PASSWORD).expect(200);
            List<Callable<Answer>> many = Collections.nCopies(24, this::ask);
            assertThat(AtOnce.send(many).stream().map(Answer::data)).hasSize(24).noneMatch(LowerPlatformsIT::answered);
            // It is left alone now.
            assertThat(answered(asked())).isFalse();
            assertThat(reason(asked())).contains("not asked again before");

            lower.answers();
            await().atMost(PATIENCE).until(() -> answered(asked()));
        }
    }

    @Test
    void whoMayNotAndWhatIsNotIsRefused() {
        assertThat(admin.get("platform/v1/federation/tier").expect(200).json().getString("tier"))
                .isEqualTo("REGIONAL");
        assertThat(admin.get(LOWER + "/" + code).failure()).isEqualTo("lower-platform-unknown");
        assertThat(admin.delete(LOWER + "/" + code).failure()).isEqualTo("lower-platform-unknown");
        assertThat(put(code, "REGIONAL", "http://127.0.0.1:1", account.username())
                        .failure())
                .isEqualTo("tier-not-fitting");
        assertThat(put(code, "NATIONAL", "http://127.0.0.1:1", account.username())
                        .failure())
                .isEqualTo("member-invalid");
        assertThat(put(code, "THIRD_PARTY", "http://169.254.1.1", account.username())
                        .failure())
                .isEqualTo("url-refused");
        assertThat(put(code, "THIRD_PARTY", "http://127.0.0.1:1", reporter.account.username())
                        .failure())
                .isEqualTo("member-invalid");
        put(code, "THIRD_PARTY", "http://127.0.0.1:1", account.username()).expect(200);
        assertThat(put(code + "2", "THIRD_PARTY", "http://127.0.0.1:1", account.username())
                        .failure())
                .isEqualTo("lower-account-taken");
        assertThat(reporter.calls.get("platform/v1/federation/tier").status()).isEqualTo(200);
        for (String role : List.of("OPERATOR", "PROVIDER", "PLATFORM")) {
            Platform.Account other = platform.account(platform.freshOrganisation(), role);
            Visitor stranger = platform.as(platform.login(other.username(), other.password()));
            assertThat(stranger.get(LOWER).status()).isEqualTo(403);
            assertThat(stranger.get(LOWER + "/" + code).status()).isEqualTo(403);
            assertThat(stranger.put(LOWER + "/" + code, body("THIRD_PARTY", "http://127.0.0.1:1", "x", "y"))
                            .status())
                    .isEqualTo(403);
            assertThat(stranger.delete(LOWER + "/" + code).status()).isEqualTo(403);
        }
    }

    private Answer set(String url, String password) {
        return admin.put(LOWER + "/" + code, body("THIRD_PARTY", url, account.username(), password));
    }

    private Answer put(String as, String tier, String url, String under) {
        return admin.put(LOWER + "/" + as, body(tier, url, under, "secret"));
    }

    private static JsonObject body(String tier, String url, String under, String password) {
        return Json.createObjectBuilder()
                .add("name", "天水平台")
                .add("tier", tier)
                .add("url", url)
                .add("username", "nation")
                .add("password", password)
                .add("account", under)
                .build();
    }

    private Answer ask() {
        return reporter.calls.get("api/queryOperationalData?centerId=" + center);
    }

    private JsonObject asked() {
        return ask().data();
    }

    private JsonObject supervision() {
        return reporter.calls
                .get("api/querySupervisionSystemData?centerId=" + center)
                .data();
    }

    private static boolean answered(JsonObject told) {
        return told.getJsonArray("sources").getJsonObject(0).getBoolean("answered");
    }

    private static String reason(JsonObject told) {
        return told.getJsonArray("sources").getJsonObject(0).getString("reason");
    }
}
