package org.computility.planning.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunProgress;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;
import org.computility.planning.inspection.PlanRun;
import org.junit.jupiter.api.Test;

class InspectionTurnsTest {

    private static final PlanRun RUN = new PlanRun(7, 17);

    private final Script script = new Script();
    private final JumpingClock clock = new JumpingClock();
    private final InspectionTurns turns = new InspectionTurns(company(), RUN);

    @Test
    void takesGroupAfterGroupUntilThePlanIsOff() {
        script.groups.add(group(false));
        script.groups.add(group(false));

        takeAll();

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "finish", "begin", "stop FINISHED", "finish");
    }

    @Test
    void aGroupHasItsWholeTimeBetweenTwoTurns() {
        script.groups.add(group(false));

        assertThat(turns.turn()).contains(clock.instant().plusMillis(10_300));

        assertThat(script.done).containsExactly("begin");
    }

    @Test
    void theNextGroupBeginsInTheTurnThatEndsTheOneBefore() {
        script.groups.add(group(false));
        script.groups.add(group(false));
        turns.turn();
        clock.pass(Duration.ofMillis(10_300));

        assertThat(turns.turn()).contains(clock.instant().plusMillis(10_300));

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "finish", "begin");
    }

    @Test
    void stopsWhatIsLeftOfAnInterruptedGroupBeforeItIsRepeated() {
        script.groups.add(group(true));

        takeAll();

        assertThat(script.done).containsExactly("stop INTERRUPTED", "begin", "stop FINISHED", "finish");
    }

    @Test
    void asksTheNodeThatDoesNotConfirmAgain() {
        script.groups.add(group(false));
        script.silentStops = 1;

        takeAll();

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "stop FINISHED", "finish");
    }

    @Test
    void givesANodeUpOnceTheGroupsOwnLimitMustHaveEndedIt() {
        script.groups.add(group(false));
        script.silentStops = 100;

        takeAll();

        assertThat(script.done).startsWith("begin", "stop FINISHED").endsWith("presumed", "finish");
        // For the five seconds in which a task may have begun unheard, once a second.
        assertThat(script.done).filteredOn("stop FINISHED"::equals).hasSize(6);
    }

    @Test
    void aTurnThatFailsIsRepeatedAndNothingIsDoneTwice() {
        script.groups.add(group(false));
        turns.turn();
        clock.pass(Duration.ofSeconds(11));
        script.failedFinishes = 1;
        assertThatIllegalStateException().isThrownBy(turns::turn);

        takeAll();

        assertThat(script.done).containsExactly("begin", "stop FINISHED", "failed", "finish");
    }

    @Test
    void waitsForSomebodyToInspect() {
        script.on = true;

        assertThat(turns.turn()).contains(clock.instant().plusSeconds(1));

        script.on = false;
        assertThat(turns.turn()).isEmpty();
    }

    @Test
    void givesTheGroupUpWhenTheRunIsStopped() {
        script.groups.add(group(false));
        turns.turn();

        turns.giveUp();

        assertThat(script.done).containsExactly("begin", "stop INTERRUPTED");
    }

    @Test
    void leavesAStoppedPlansInstancesToItsStop() {
        turns.giveUp();

        assertThat(script.done).isEmpty();
    }

    private InspectionCompany company() {
        InspectionCompany company = new InspectionCompany();
        company.inspections = script;
        company.runs = new BatchRuns() {
            @Override
            public void progress(Collection<RunProgress> all) {}
        };
        company.clock = clock;
        return company;
    }

    private void takeAll() {
        Optional<Instant> next = turns.turn();
        while (next.isPresent()) {
            clock.now = next.get();
            next = turns.turn();
        }
    }

    private static Group group(boolean interrupted) {
        return new Group(
                RUN.planId(), RUN.runId(), 1, List.of(UUID.randomUUID()), 1, Duration.ofSeconds(10), interrupted);
    }

    private static final class JumpingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Steps that are played from a list and written down. */
    private static final class Script extends Inspections {

        private final Deque<Group> groups = new ArrayDeque<>();
        private final List<String> done = new ArrayList<>();
        private int failedFinishes;
        private int silentStops;
        private boolean on;

        @Override
        public Set<PlanRun> running(Collection<PlanRun> runs) {
            assertThat(runs).containsExactly(RUN);
            return on || !groups.isEmpty() ? Set.of(RUN) : Set.of();
        }

        @Override
        public List<Group> next(Collection<PlanRun> runs) {
            assertThat(runs).containsExactly(RUN);
            return groups.isEmpty() ? List.of() : List.of(groups.poll());
        }

        @Override
        public void begin(Collection<Group> begun) {
            done.add("begin");
            on = true;
        }

        @Override
        public List<UUID> active(long planId) {
            assertThat(planId).isEqualTo(RUN.planId());
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
        public void finish(Collection<Group> finished) {
            if (failedFinishes-- > 0) {
                done.add("failed");
                throw new IllegalStateException("The database is away.");
            }
            done.add("finish");
            on = false;
        }

        @Override
        public Map<Long, Double> progress(Collection<Long> planIds) {
            return Map.of();
        }
    }
}
