package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.jobs.TrainingGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A month is closed by what the platform knows of a center's jobs; what somebody reported wins. */
@InTurn
@OnTheServer
class CloseMonthIT {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private final Platform platform;
    private final Visitor admin;
    private final Reporter reporter;
    private final int center;

    CloseMonthIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        center = reporter.center(reporter.freshName("关账"), "");
    }

    @AfterEach
    void unbind() {
        bind("");
    }

    @Test
    void whatJobsDidIsReportedOnceAndReportedFiguresWin() {
        TrainingGround ground = new TrainingGround(platform);
        ground.price("0.50");
        ground.deposit("100");
        bind("\"" + ground.center() + "\"");
        Visitor user = ground.user();
        String job = ground.create(user, reporter.freshName("paid"), "sleep 2", 1);
        TrainingGround.awaitStatus(user, job, "SUCCEEDED");
        BigDecimal cost =
                TrainingGround.awaitCharged(user, job).getJsonNumber("charged").bigDecimalValue();

        ClosingRun.start(platform, 0, 20).completed();
        JsonObject closed = only(1);
        assertThat(closed.getString("deed")).isEqualTo("CLOSING");
        assertThat(closed.getString("doneBy")).isEqualTo("close-month");
        assertThat(closed.getString("status")).isEqualTo("ACCEPTED");
        JsonObject application = closed.getJsonObject("figures").getJsonObject("application");
        assertThat(application.getInt("jobCount")).isEqualTo(1);
        assertThat(application.getInt("userCount")).isEqualTo(1);
        assertThat(application.getJsonNumber("acceleratorHours").bigDecimalValue())
                .isEqualByComparingTo("0");
        assertThat(application.getJsonNumber("revenue").bigDecimalValue().multiply(TEN_THOUSAND))
                .isEqualByComparingTo(cost);
        assertThat(closed.getJsonObject("figures").getJsonObject("supply").getInt("acceleratorCount"))
                .isZero();

        assertThat(ClosingRun.start(platform, 0, 20)
                        .completed()
                        .getJsonObject("progressFacts")
                        .getInt("unchanged"))
                .isPositive();
        assertThat(only(1)).isEqualTo(closed);

        reporter.calls
                .post(
                        "api/monthReport",
                        Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"" + month()
                                + "\",\"supply\":{},\"application\":{\"jobCount\":900},\"power\":{\"pue\":1.25},"
                                + "\"security\":{}}"))
                .expect(200);
        ClosingRun.start(platform, 0, 1).completed();
        JsonObject merged = only(3);
        assertThat(merged.getString("deed")).isEqualTo("CLOSING");
        JsonObject figures = merged.getJsonObject("figures");
        assertThat(figures.getJsonObject("application").getInt("jobCount")).isEqualTo(900);
        assertThat(figures.getJsonObject("application").getInt("userCount")).isEqualTo(1);
        assertThat(figures.getJsonObject("power").getJsonNumber("pue").bigDecimalValue())
                .isEqualByComparingTo("1.25");
        JsonObject row = reporter.calls
                .get("api/queryMonthReport?centerId=" + center)
                .data()
                .getJsonArray("datalist")
                .getJsonObject(0);
        assertThat(row.getJsonObject("application").getInt("jobCount")).isEqualTo(900);
        assertThat(row.getString("status")).isEqualTo("ACCEPTED");
    }

    @Test
    void administratorsStartItWithNumbersThatItTakes() {
        Refusals.check(ClosingRun.asked(admin, "-1", "20"), 400, "member-invalid", "parameters.monthsBack");
        Refusals.check(ClosingRun.asked(admin, "soon", "20"), 400, "member-invalid", "parameters.monthsBack");
        Refusals.check(ClosingRun.asked(admin, "1", "0"), 400, "member-invalid", "parameters.atOnce");
        Refusals.named(ClosingRun.asked(reporter.calls.visitor(), "1", "20"), 403, "role-missing");
    }

    /** The newest of so many states. */
    private JsonObject only(int count) {
        String told = admin.get("platform/v1/monitoring/reports/" + center + "/" + month() + "/states")
                .expect(200)
                .text();
        List<JsonObject> states;
        try (var reader = Json.createReader(new StringReader(told))) {
            states = reader.readArray().getValuesAs(JsonObject.class);
        }
        assertThat(states).hasSize(count);
        return states.get(count - 1);
    }

    private void bind(String jobCenter) {
        admin.put(
                        "platform/v1/monitoring/centers/" + center + "/sources",
                        Reporter.object("{\"centers\":[" + jobCenter + "],\"compute\":[]}"))
                .expect(200);
    }

    private static YearMonth month() {
        return YearMonth.now(ZoneId.of("Asia/Shanghai"));
    }
}
