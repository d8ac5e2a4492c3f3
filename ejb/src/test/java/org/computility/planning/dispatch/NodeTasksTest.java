package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.compute.events.Told;
import org.computility.connector.accelerator.TaskReport;
import org.computility.planning.dispatch.ActiveTasks.Held;
import org.computility.planning.dispatch.NodeTasks.Missing;
import org.junit.jupiter.api.Test;

class NodeTasksTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant STARTED = NOON.minusSeconds(100);
    private static final UUID ID = UUID.fromString("1b4e28ba-2fa1-11d2-883f-0016d3cca427");

    @Test
    void whatIsKnownAlreadyIsNoNews() {
        assertThat(tasks(held("RUNNING", NOON.minusSeconds(60)), report("RUNNING"))
                        .news())
                .isEmpty();
    }

    @Test
    void aLostStartAndALostEndAreNews() {
        assertThat(tasks(held("STARTING", NOON.minusSeconds(60)), report("RUNNING"))
                        .news())
                .hasSize(1);
        assertThat(tasks(held("RUNNING", NOON.minusSeconds(60)), report("FINISHED"))
                        .news())
                .hasSize(1);
        assertThat(tasks(held("RUNNING", NOON.minusSeconds(60)), report("PENDING"))
                        .news())
                .hasSize(1);
    }

    @Test
    void whatChangedWhileTheNodeWasAskedIsNewerThanItsAnswer() {
        assertThat(tasks(held("RUNNING", NOON), report("PENDING")).news()).isEmpty();
    }

    @Test
    void aTaskThatIsBeingStoppedMayStillBeAliveButItsEndIsNews() {
        Held stopping = held("STOPPING", NOON.minusSeconds(60));

        assertThat(tasks(stopping, report("RUNNING")).news()).isEmpty();
        assertThat(tasks(stopping, report("FINISHED")).news()).hasSize(1);
        assertThat(tasks(stopping).missing()).isEqualTo(new Missing(List.of(), false));
    }

    @Test
    void aStrangerIsWhatLivesThereAndShouldNot() {
        assertThat(tasks(null, report("RUNNING")).strangers()).hasSize(1);
        assertThat(tasks(null, report("FINISHED")).strangers()).isEmpty();
        assertThat(tasks(held("RUNNING", STARTED), report("RUNNING")).strangers())
                .isEmpty();
    }

    @Test
    void tasksOfSomebodyElseAreNobodysBusiness() {
        NodeTasks node = tasks(null, new TaskReport("backup-7", null, "RUNNING", null, STARTED, null, 0));

        assertThat(node.strangers()).isEmpty();
    }

    @Test
    void aTaskIsMissingOnceItMustHaveComeThere() {
        Instant justOldEnough = NOON.minus(NodeTasks.ON_ITS_WAY).minusMillis(1);

        assertThat(tasks(held("STARTING", justOldEnough)).missing()).isEqualTo(new Missing(List.of(ID), false));
        assertThat(tasks(held("STARTING", NOON.minus(NodeTasks.ON_ITS_WAY))).missing())
                .isEqualTo(new Missing(List.of(), true));
        assertThat(tasks(held("RUNNING", NOON.plusSeconds(1))).missing()).isEqualTo(new Missing(List.of(), true));
    }

    @Test
    void theFirstQuestionDatesTheAnswersOfAll() {
        NodeTasks later = NodeTasks.of(new Told<>("other", NOON.plusSeconds(3), List.of()), List.of());

        assertThat(NodeTasks.firstAsked(List.of(later, tasks(null)))).isEqualTo(NOON);
    }

    private static NodeTasks tasks(Held held, TaskReport... reports) {
        return NodeTasks.of(new Told<>("node", NOON, List.of(reports)), held == null ? List.of() : List.of(held));
    }

    private static Held held(String state, Instant changedAt) {
        return new Held(ID, "node", state, null, STARTED, changedAt);
    }

    private static TaskReport report(String status) {
        return new TaskReport(ID.toString(), null, status, null, STARTED, null, 1);
    }
}
