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
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunProgress;
import org.computility.planning.dispatch.late.Late;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;
import org.computility.planning.inspection.PlanRun;
import org.junit.jupiter.api.Test;

class InspectionTurnsTest {

    private static final PlanRun RUN = new PlanRun(7, 17);

    private final Script script = new Script();
    private final JumpingClock clock = new JumpingClock();
    private final InspectionCompany company = company();
    private final InspectionTurns turns = new InspectionTurns(company, RUN);

    @Test
    void takesGroupAfterGroupUntilThePlanIsOff() {
        script.groups.add(group(false));
        script.groups.add(group(false));

        takeAll();

        assertThat(script.done)
                .containsExactly(
                        "begin", "begun", "stop FINISHED", "finish", "begin", "begun", "stop FINISHED", "finish");
    }

    @Test
    void aGroupHasItsWholeTimeBetweenTwoTurns() {
        script.groups.add(group(false));

        assertThat(turns.turn()).contains(clock.instant().plusMillis(10_300));

        assertThat(script.done).containsExactly("begin", "begun");
    }

    @Test
    void theNextGroupBeginsInTheTurnThatEndsTheOneBefore() {
        script.groups.add(group(false));
        script.groups.add(group(false));
        turns.turn();
        clock.pass(Duration.ofMillis(10_300));

        assertThat(turns.turn()).contains(clock.instant().plusMillis(10_300));

        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED", "finish", "begin", "begun");
    }

    @Test
    void stopsWhatIsLeftOfAnInterruptedGroupBeforeItIsRepeated() {
        script.groups.add(group(true));

        takeAll();

        assertThat(script.done).containsExactly("stop INTERRUPTED", "begin", "begun", "stop FINISHED", "finish");
    }

    @Test
    void asksTheNodeThatDoesNotConfirmAgain() {
        script.groups.add(group(false));
        script.silentStops = 1;

        takeAll();

        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED", "stop FINISHED", "finish");
    }

    @Test
    void givesANodeUpOnceTheGroupsOwnLimitMustHaveEndedIt() {
        script.groups.add(group(false));
        script.silentStops = 100;

        takeAll();

        assertThat(script.done).startsWith("begin", "begun", "stop FINISHED").endsWith("presumed", "finish");
        // For the five seconds in which a task may have begun unheard, once a second.
        assertThat(script.done).filteredOn("stop FINISHED"::equals).hasSize(6);
    }

    @Test
    void aGroupsTimeBeginsWhenItsSlowNodeHasAnswered() {
        Group group = group(false);
        script.groups.add(group);
        CompletableFuture<Void> exchange = late(group);

        assertThat(turns.turn()).contains(clock.instant().plusMillis(100));
        clock.pass(Duration.ofSeconds(2));
        assertThat(turns.turn()).contains(clock.instant().plusMillis(100));
        assertThat(script.done).containsExactly("begin");
        exchange.complete(null);

        assertThat(turns.turn()).contains(clock.instant().plusMillis(10_300));
        assertThat(script.done).containsExactly("begin", "begun");
    }

    @Test
    void aNodeThatIsSlowToStopIsNotAskedAgainMeanwhile() {
        Group group = group(false);
        script.groups.add(group);
        turns.turn();
        clock.pass(Duration.ofMillis(10_300));
        script.silentStops = 1;
        CompletableFuture<Void> exchange = late(group);

        assertThat(turns.turn()).contains(clock.instant().plusMillis(100));
        assertThat(turns.turn()).contains(clock.instant().plusMillis(100));
        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED");
        exchange.complete(null);

        assertThat(turns.turn()).isEmpty();
        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED", "stop FINISHED", "finish");
    }

    @Test
    void takesTheTurnsOfManyPlansWithTheStepsOfOne() {
        List<InspectionTurns> many = LongStream.range(0, 100)
                .mapToObj(plan -> new InspectionTurns(company, new PlanRun(plan, plan)))
                .toList();
        many.forEach(one -> script.groups.add(group(one.run())));

        assertThat(company.turns(List.copyOf(many))).hasSize(100);
        clock.pass(Duration.ofMillis(10_300));
        many.forEach(one -> script.groups.add(group(one.run())));
        assertThat(company.turns(List.copyOf(many))).hasSize(100);

        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED", "finish", "begin", "begun");
        assertThat(script.shown)
                .hasSize(2)
                .allSatisfy(shown -> assertThat(shown).hasSize(100));
    }

    @Test
    void aPlanThatHasNobodyHoldsNoOtherUp() {
        InspectionTurns other = new InspectionTurns(company, new PlanRun(8, 18));
        script.groups.add(group(false));

        assertThat(company.turns(List.of(turns, other)))
                .containsEntry(turns, Optional.of(clock.instant().plusMillis(10_300)))
                .containsEntry(other, Optional.empty());
    }

    @Test
    void aTurnThatFailsIsRepeatedAndNothingIsDoneTwice() {
        script.groups.add(group(false));
        turns.turn();
        clock.pass(Duration.ofSeconds(11));
        script.failedFinishes = 1;
        assertThatIllegalStateException().isThrownBy(turns::turn);

        takeAll();

        assertThat(script.done).containsExactly("begin", "begun", "stop FINISHED", "failed", "finish");
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

        assertThat(script.done).containsExactly("begin", "begun", "stop INTERRUPTED");
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
            public void progress(Collection<RunProgress> all) {
                script.shown.add(List.copyOf(all));
            }
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

    private static Group group(PlanRun of) {
        return new Group(of.planId(), of.runId(), 1, List.of(UUID.randomUUID()), 1, Duration.ofSeconds(10), false);
    }

    private CompletableFuture<Void> late(Group group) {
        CompletableFuture<Void> exchange = new CompletableFuture<>();
        script.late = new Late(Map.of(group.instances().get(0), exchange));
        return exchange;
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
        private final List<List<RunProgress>> shown = new ArrayList<>();
        private int failedFinishes;
        private int silentStops;
        private Late late = Late.NONE;
        private boolean on;

        @Override
        public Set<PlanRun> running(Collection<PlanRun> runs) {
            return (on || !groups.isEmpty()) && runs.contains(RUN) ? Set.of(RUN) : Set.of();
        }

        @Override
        public List<Group> next(Collection<PlanRun> runs) {
            List<Group> next = runs.stream()
                    .flatMap(run -> groups.stream()
                            .filter(group -> group.run().equals(run))
                            .limit(1))
                    .toList();
            groups.removeAll(next);
            return next;
        }

        @Override
        public Late begin(Collection<Group> handed) {
            done.add("begin");
            on = true;
            return late;
        }

        @Override
        public void begun(Collection<Group> begun) {
            done.add("begun");
        }

        @Override
        public List<UUID> active(long planId) {
            assertThat(planId).isEqualTo(RUN.planId());
            return List.of(UUID.randomUUID());
        }

        @Override
        public Unconfirmed stop(Collection<UUID> instances, Ending ending) {
            done.add("stop " + ending);
            return silentStops-- > 0 ? new Unconfirmed(Set.copyOf(instances), late) : Unconfirmed.NONE;
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
