package org.computility.planning.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;
import org.junit.jupiter.api.Test;

class InspectionRunTest {

    private static final long PLAN = 7;
    private static final long RUN = 17;

    private final Script script = new Script();
    private final StopSignal stop = new StopSignal();
    private final InspectionRun run =
            new InspectionRun(script, PLAN, RUN, (percent, facts) -> {}, stop, Clock.systemUTC());

    @Test
    void takesGroupAfterGroupUntilThePlanIsOff() {
        script.groups.add(group(false));
        script.groups.add(group(false));

        assertThat(run.untilOff()).isTrue();

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "finish", "begin", "stop FINISHED", "finish");
    }

    @Test
    void stopsWhatIsLeftOfAnInterruptedGroupBeforeItIsRepeated() {
        script.groups.add(group(true));

        run.untilOff();

        assertThat(script.done).containsExactly("stop INTERRUPTED", "begin", "stop FINISHED", "finish");
    }

    @Test
    void waitsForTheNodeThatDoesNotConfirm() {
        script.groups.add(group(false));
        script.silentStops = 1;

        run.untilOff();

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "stop FINISHED", "finish");
    }

    @Test
    void outlivesADatabaseThatIsAwayForAWhile() {
        script.groups.add(group(false));
        script.failures = 1;

        assertThat(run.untilOff()).isTrue();

        assertThat(script.done).containsExactly("failed", "begin", "stop FINISHED", "finish");
    }

    @Test
    void stopsTheGroupAndKeepsItsPlaceWhenTheRunIsStopped() {
        script.groups.add(group(false));
        script.onBegin = stop::raise;

        assertThat(run.untilOff()).isFalse();

        assertThat(script.done).containsExactly("begin", "stop INTERRUPTED");
    }

    private static Group group(boolean interrupted) {
        return new Group(1, 1, 1, List.of(UUID.randomUUID()), 1, Duration.ofMillis(10), interrupted);
    }

    /** Steps that are played from a list and written down. */
    private static final class Script extends Inspections {

        private final Deque<Group> groups = new ArrayDeque<>();
        private final List<String> done = new ArrayList<>();
        private int failures;
        private int silentStops;
        private Runnable onBegin = () -> {};
        private boolean begun;

        @Override
        public boolean isRunning(long planId, long runId) {
            assertThat(planId).isEqualTo(PLAN);
            assertThat(runId).isEqualTo(RUN);
            return begun || !groups.isEmpty();
        }

        @Override
        public Optional<Group> next(long planId, long runId) {
            assertThat(planId).isEqualTo(PLAN);
            assertThat(runId).isEqualTo(RUN);
            if (failures-- > 0) {
                done.add("failed");
                throw new IllegalStateException("The database is away.");
            }
            return Optional.ofNullable(groups.poll());
        }

        @Override
        public void begin(Group group) {
            done.add("begin");
            begun = true;
            onBegin.run();
        }

        @Override
        public List<UUID> active(long planId) {
            assertThat(planId).isEqualTo(PLAN);
            return List.of(UUID.randomUUID());
        }

        @Override
        public Set<UUID> stop(Collection<UUID> instances, Ending ending) {
            done.add("stop " + ending);
            return silentStops-- > 0 ? Set.copyOf(instances) : Set.of();
        }

        @Override
        public void presumeStopped(Collection<UUID> instances, Ending ending) {
            done.add("presumed");
        }

        @Override
        public void finish(Group group) {
            done.add("finish");
            begun = false;
        }

        @Override
        public double progress(long planId) {
            assertThat(planId).isEqualTo(PLAN);
            return 0;
        }
    }
}
