package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.jobs.TrainingGround;
import org.junit.jupiter.api.Test;

/** A job really runs at a job center that a reported center consists of; meters tell what it and the others consumed. */
@InTurn
@OnTheServer
class JobEnergyIT {

    private static final String CENTERS = "platform/v1/monitoring/centers/";

    private final Platform platform;
    private final Visitor admin;
    private final Reporter reporter;
    private final int center;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    JobEnergyIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        center = reporter.center(reporter.freshName("庆阳中心"), "");
    }

    @Test
    void aJobsOwnerSeesItsEnergyAndTheHourIsTheMeter() {
        TrainingGround ground = new TrainingGround(platform);
        admin.put(
                        CENTERS + center + "/sources",
                        Reporter.object("{\"centers\":[\"" + ground.center() + "\"],\"compute\":[]}"))
                .expect(200);
        Visitor user = ground.user();
        String job = ground.create(user, reporter.freshName("job"), "sleep 2", 1);
        TrainingGround.awaitStatus(user, job, "SUCCEEDED");
        assertThat(energy(user, job)).doesNotContainKeys("energy", "carbon");

        metered("TOTAL_ELECTRICITY", "1000");
        metered("IT_ELECTRICITY", "800");
        JsonObject energy = energy(user, job);
        BigDecimal consumed = number(energy, "energy");
        assertThat(consumed).isPositive();
        assertThat(energy.getBoolean("estimated")).isTrue();
        assertThat(energy).doesNotContainKey("carbon");

        String factors = CENTERS + center + "/carbon-factors";
        JsonObject factor = Reporter.object("{\"validFrom\":\"2026-01-01T00:00:00+08:00\",\"kgPerKwh\":0.57}");
        assertThat(platform.as(reporter.token).put(factors, factor).status()).isEqualTo(403);
        admin.put(factors, factor).expect(200);
        assertThat(platform.as(reporter.token).get(factors).expect(200).text()).contains("0.57");
        energy = energy(user, job);
        assertThat(number(energy, "carbon"))
                .isEqualByComparingTo(number(energy, "energy").multiply(new BigDecimal("0.57")));

        BigDecimal jobs = BigDecimal.ZERO;
        for (JsonObject hour : hours(reporter.calls.visitor())) {
            assertThat(number(hour, "jobs").add(number(hour, "idle")).add(number(hour, "cooling")))
                    .isEqualByComparingTo(number(hour, "total"));
            assertThat(number(hour, "carbon"))
                    .isEqualByComparingTo(number(hour, "total").multiply(new BigDecimal("0.57")));
            jobs = jobs.add(number(hour, "jobs"));
        }
        assertThat(jobs).isPositive();

        Visitor stranger = platform.as(new Reporter(platform).token);
        Refusals.check(stranger.get("platform/v1/jobs/" + job + "/energy"), 404, "job-unknown", "id");
        Refusals.check(stranger.get(path()), 404, "reported-center-unknown", "centerId");
        Refusals.check(
                admin.put(factors, Reporter.object("{\"validFrom\":\"2026-01-01T00:00:00Z\",\"kgPerKwh\":-1}")),
                400,
                "member-invalid",
                "kgPerKwh");
        Refusals.check(admin.put(factors, Reporter.object("{\"kgPerKwh\":1}")), 400, "member-missing", "validFrom");
        admin.put(factors, Reporter.object("{\"validFrom\":\"2026-01-01T00:00:00+08:00\"}"))
                .expect(200);
        assertThat(energy(user, job)).doesNotContainKey("carbon");
    }

    /** A meter that has counted so much in the last two hours, and four minutes on. */
    private void metered(String kind, String value) {
        String code = reporter.freshName("m");
        admin.post(
                        CENTERS + center + "/meters",
                        Json.createObjectBuilder()
                                .add("code", code)
                                .add("kind", kind)
                                .build())
                .expect(200);
        JsonArray readings = Json.createArrayBuilder()
                .add(reading(-120, "0"))
                .add(reading(4, value))
                .build();
        platform.as(reporter.token)
                .post("platform/v1/monitoring/meters/" + code + "/readings", readings)
                .expect(200);
    }

    private JsonObject reading(int minutes, String value) {
        return Json.createObjectBuilder()
                .add("at", now.plus(Duration.ofMinutes(minutes)).toString())
                .add("value", value)
                .build();
    }

    private static JsonObject energy(Visitor user, String job) {
        return user.get("platform/v1/jobs/" + job + "/energy").expect(200).json();
    }

    private List<JsonObject> hours(Visitor visitor) {
        Answer answer = visitor.get(path()).expect(200);
        try (var reader = Json.createReader(new StringReader(answer.text()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private String path() {
        return CENTERS + center + "/energy?from=" + now.minus(Duration.ofMinutes(120)) + "&to="
                + now.plus(Duration.ofMinutes(4));
    }

    private static BigDecimal number(JsonObject object, String member) {
        return object.getJsonNumber(member).bigDecimalValue();
    }
}
