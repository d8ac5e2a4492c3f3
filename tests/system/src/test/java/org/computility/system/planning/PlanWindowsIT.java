package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SideBySide;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;

/** A periodic plan runs in its windows, and what a person has paused stays so (T/BAX 0006.5 table C.1). */
@InTurn(place = 1)
@OnTheServer
class PlanWindowsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_MINUTE_OR_SO = Duration.ofSeconds(85);
    private static final String CLOSED = "Closed by its window until ";

    @Test
    void aPlanFollowsItsWindowsAndPeople(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            long plan =
                    workshop.create(workshop.periodic(3).add("AutoStart", true).add("PlanDayTime", inThreeDays()));

            assertThat(workshop.plan(plan).getString("Status")).isEqualTo("ON");
            assertStands(workshop, plan, false, 3, 0);
            List<JsonObject> closed = instances(workshop, plan);
            assertThat(closed).allSatisfy(one -> {
                assertThat(one.getString("Status")).isEqualTo("PAUSED");
                assertThat(one.getString("Message")).startsWith(CLOSED);
            });
            assertThat(workshop.node().starts()).isEmpty();

            String paused = closed.get(0).getString("ID");
            tell(workshop, "Stop", paused);
            assertStands(workshop, plan, false, 2, 1);
            assertThat(instance(workshop, paused).containsKey("Message")).isFalse();

            change(workshop, plan, always());
            awaitRunning(workshop, plan, 2);
            assertThat(instance(workshop, paused).getString("Status")).isEqualTo("PAUSED");
            assertStands(workshop, plan, true, 0, 1);

            change(workshop, plan, inThreeDays());
            awaitRunning(workshop, plan, 0);
            assertStands(workshop, plan, false, 2, 1);

            tell(workshop, "Start", paused);
            assertThat(instance(workshop, paused).getString("Message")).startsWith(CLOSED);
            assertStands(workshop, plan, false, 3, 0);
            assertThat(workshop.node().running()).isZero();

            change(workshop, plan, Json.createArrayBuilder());
            awaitRunning(workshop, plan, 3);
            assertThat(runs(platform)).isPositive();
        }
    }

    /** From its creation on nobody tells the platform anything: the time comes, and the time is over. */
    @SideBySide
    void theClockOpensAPlanAndClosesIt(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 20)) {
            workshop.load(1);
            ZonedDateTime opens = ZonedDateTime.now(zone(workshop))
                    .plusSeconds(5)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusMinutes(1);
            ZonedDateTime closes = opens.plusMinutes(1);
            long plan = workshop.create(workshop.periodic(3)
                    .add("AutoStart", true)
                    .add("PlanDayTime", Json.createArrayBuilder().add(window(opens, closes))));

            assertStands(workshop, plan, false, 3, 0);
            assertThat(next(workshop, plan, "opensAt")).isEqualTo(opens.toInstant());
            assertThat(next(workshop, plan, "closesAt")).isEqualTo(closes.toInstant());
            assertThat(workshop.node().starts()).isEmpty();

            awaitRunning(A_MINUTE_OR_SO, workshop, plan, 3);
            assertStands(workshop, plan, true, 0, 0);
            assertThat(workshop.node().runs())
                    .hasSize(3)
                    .allSatisfy(run -> assertThat(run.startedAt()).isAfterOrEqualTo(opens.toInstant()));

            awaitRunning(A_MINUTE_OR_SO, workshop, plan, 0);
            assertStands(workshop, plan, false, 3, 0);
            assertThat(workshop.node().runs())
                    .hasSize(3)
                    .allSatisfy(run -> assertThat(run.endedAt()).isAfterOrEqualTo(closes.toInstant()));
            assertThat(instances(workshop, plan))
                    .allSatisfy(one -> assertThat(one.getString("Message")).startsWith(CLOSED));
            assertThat(next(workshop, plan, "opensAt"))
                    .isEqualTo(opens.plusWeeks(1).toInstant());
        }
    }

    @Test
    void onlyItsOrganisationIsTold(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 1)) {
            long plan = workshop.create(workshop.periodic(1));
            Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
            Visitor stranger = platform.as(platform.login(account.username(), account.password()));

            assertThat(stranger.get(path(plan)).failure()).isEqualTo("plan-unknown");
            assertThat(workshop.operator().get("platform/v1/plans/one/windows").failure())
                    .isEqualTo("member-type");
            JsonObject always = workshop.operator().get(path(plan)).expect(200).json();
            assertThat(always.getBoolean("open")).isTrue();
            assertThat(always).doesNotContainKeys("opensAt", "closesAt");
        }
    }

    private static void assertStands(Workshop workshop, long plan, boolean open, int held, int paused) {
        JsonObject windows = workshop.operator().get(path(plan)).expect(200).json();
        assertThat(windows.getBoolean("open")).isEqualTo(open);
        assertThat(windows.getInt("heldInstances")).isEqualTo(held);
        assertThat(windows.getInt("pausedInstances")).isEqualTo(paused);
        if (!open) {
            assertThat(windows.getJsonArray("coming").getJsonObject(0).getString("opensAt"))
                    .isEqualTo(windows.getString("opensAt"));
        }
    }

    private static void awaitRunning(Workshop workshop, long plan, int running) {
        awaitRunning(SOON, workshop, plan, running);
    }

    private static void awaitRunning(Duration patience, Workshop workshop, long plan, int running) {
        await().atMost(patience)
                .untilAsserted(() -> assertThat(workshop.plan(plan).getInt("RunningCount"))
                        .isEqualTo(running)
                        .isEqualTo((int) workshop.node().running()));
    }

    private static void change(Workshop workshop, long plan, JsonArrayBuilder windows) {
        workshop.operator()
                .put(
                        "ACSMP/Tasks/" + plan,
                        Json.createObjectBuilder().add("PlanDayTime", windows).build())
                .dataValue();
    }

    private static void tell(Workshop workshop, String verb, String id) {
        workshop.operator()
                .post(
                        "ACSMP/TaskInstances/" + verb,
                        Json.createObjectBuilder()
                                .add("IDs", Json.createArrayBuilder().add(id))
                                .build())
                .dataValue();
    }

    private static List<JsonObject> instances(Workshop workshop, long plan) {
        JsonArray found = workshop.operator()
                .post(
                        "ACSMP/TaskInstances/Search",
                        Json.createObjectBuilder().add("TaskID", plan).build())
                .data()
                .getJsonArray("PageContent");
        return found.getValuesAs(JsonObject.class);
    }

    private static JsonObject instance(Workshop workshop, String id) {
        return workshop.operator().get("ACSMP/TaskInstances/" + id).data();
    }

    private static int runs(Platform platform) {
        return platform.asAdmin()
                .get("platform/v1/batch/runs?jobName=run-periodic-plans")
                .expect(200)
                .json()
                .getInt("total");
    }

    private static String path(long plan) {
        return "platform/v1/plans/" + plan + "/windows";
    }

    private static ZoneId zone(Workshop workshop) {
        long plan = workshop.create(workshop.periodic(1));
        return ZoneId.of(workshop.operator().get(path(plan)).expect(200).json().getString("zone"));
    }

    private static Instant next(Workshop workshop, long plan, String change) {
        return Instant.parse(
                workshop.operator().get(path(plan)).expect(200).json().getString(change));
    }

    private static String window(ZonedDateTime opens, ZonedDateTime closes) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("H:mm");
        return opens.getDayOfWeek().getValue() + "," + time.format(opens) + "," + time.format(closes);
    }

    /** Closed now, in whatever zone the platform is. */
    private static JsonArrayBuilder inThreeDays() {
        int day = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .plusDays(3)
                .getDayOfWeek()
                .getValue();
        return Json.createArrayBuilder().add(day + ",7:00,9:00");
    }

    private static JsonArrayBuilder always() {
        JsonArrayBuilder days = Json.createArrayBuilder();
        IntStream.rangeClosed(1, 7).forEach(day -> days.add(day + ",0:00,24:00"));
        return days;
    }
}
