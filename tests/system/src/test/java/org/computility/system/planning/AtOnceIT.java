package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands to the same thing in the same moment: each is done or refused in words, none fails. */
@InTurn
@OnTheServer
class AtOnceIT {

    private static final int ROUNDS = 10;

    private static Workshop workshop;

    @BeforeAll
    static void setUp(Platform platform) {
        workshop = new Workshop(platform, 20);
        workshop.load(1);
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @Test
    void startsAndStopsOfAPeriodicPlan() {
        startAndStop(workshop.periodic(8));
    }

    @Test
    void aStartAfterABurstRunsThoughTheNodeTellsWholeSeconds() {
        workshop.node().tasks().tellWholeSeconds();
        long plan = startAndStop(workshop.periodic(2));

        workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200);

        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 2);
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
    }

    @Test
    void aTaskThatTakesLongToEndIsAskedForAgainAndCanBeStartedMeanwhile() {
        Visitor operator = workshop.operator();
        long plan = workshop.create(workshop.periodic(1).add("AutoStart", true));
        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 1);
        workshop.node().tasks().endAfter(Duration.ofSeconds(3));
        int runs = workshop.node().runs().size();

        operator.post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        assertThat(workshop.plan(plan).getInt("RunningCount"))
                .as("it has not ended")
                .isEqualTo(1);
        operator.post("ACSMP/Tasks/" + plan + "/Start").expect(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> workshop.node().runs().size() == runs + 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> workshop.plan(plan).getInt("RunningCount") == 1);
        workshop.node().tasks().endAfter(Duration.ZERO);
        operator.post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
    }

    @Test
    void startsAndStopsOfAnInspection() {
        startAndStop(workshop.inspective(8, 4, 10, 2));
    }

    private static long startAndStop(JsonObjectBuilder wanted) {
        long plan = workshop.create(wanted);
        int count = workshop.plan(plan).getInt("StoppedCount");
        Visitor operator = workshop.operator();
        Callable<Answer> start = () -> operator.post("ACSMP/Tasks/" + plan + "/Start");
        Callable<Answer> stop = () -> operator.post("ACSMP/Tasks/" + plan + "/Stop");
        List<Callable<Answer>> calls =
                Stream.of(start, stop, start, stop, start, stop, start, stop).toList();

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(AtOnce.send(calls))
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as("%s", answer).isEqualTo(200));
        }

        operator.post("ACSMP/Tasks/" + plan + "/Stop").expect(200);
        // What was on its way to the node when the last stop came is found by the next comparison.
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        workshop.node().running() == 0 && workshop.plan(plan).getInt("StoppedCount") == count);
        return plan;
    }
}
