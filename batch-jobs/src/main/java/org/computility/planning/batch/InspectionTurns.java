package org.computility.planning.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.computility.operations.turns.Company;
import org.computility.operations.turns.TurnWork;
import org.computility.planning.dispatch.late.Late;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections.Ending;
import org.computility.planning.inspection.PlanRun;

/**
 * One inspection, group after group: a turn begins a group, the next one ends it. A group begins only when every node has
 * confirmed that the group before is stopped, or when that group's own time limit must have ended it. So there are never
 * more than {@code Concurrency} instances at once. Here is what comes next; {@link InspectionCompany} does it.
 */
final class InspectionTurns implements TurnWork {

    /** Nodes end tasks by themselves after their duration; the stop that confirms the end comes this much later. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Between two tries to reach a node that did not confirm, or a plan that has nobody to inspect. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Until a slow node is looked after again. */
    private static final Duration LATE = Duration.ofMillis(100);

    /** A task that a node accepted without our hearing of it began at most this long after the last try. */
    private static final Duration UNHEARD = Duration.ofSeconds(5);

    /** What the next turn does. */
    enum Step {
        TAKE_GROUP,
        BEGIN,
        /** The nodes have the group. */
        BEGUN,
        END,
        FINISH,
        /** The plan is off or another run's. */
        OVER
    }

    private final InspectionCompany company;
    private final PlanRun run;
    private Step step = Step.TAKE_GROUP;
    /** When the step is due; null for at once. */
    private Instant due;

    private Group group;
    private List<UUID> ending = List.of();
    private Ending outcome;
    private Instant surely;
    /** The next step waits for these. */
    private List<Future<?>> late = List.of();

    InspectionTurns(InspectionCompany company, PlanRun run) {
        this.company = company;
        this.run = run;
    }

    /** Empty once the plan is off or another run's. */
    @Override
    public Optional<Instant> turn() {
        return company.turns(List.of(this)).get(this);
    }

    @Override
    public Company company() {
        return company;
    }

    /** Where the plan was stopped, its instances are stopped, too; else this stops them, once. */
    @Override
    public void giveUp() {
        company.giveUp(run);
    }

    PlanRun run() {
        return run;
    }

    /** A turn begins: what was due later is due now, unless a node is still late. */
    void wake(Instant now) {
        due = null;
        waitFor(late, now);
    }

    /** Whether that is what it does now. */
    boolean isAt(Step one) {
        return step == one && due == null;
    }

    boolean isWaiting() {
        return due != null || step == Step.OVER;
    }

    /** When the next turn is due; empty when there is none. */
    Optional<Instant> next() {
        return Optional.ofNullable(due);
    }

    /** The group that comes, runs or was finished last. */
    Group group() {
        return group;
    }

    /** The instances to stop. */
    List<UUID> ending() {
        return ending;
    }

    Ending outcome() {
        return outcome;
    }

    /** What comes next. What is left of an interrupted group is stopped before the group is repeated. */
    void took(Group next, Collection<UUID> left, Instant now) {
        group = next;
        step = Step.BEGIN;
        if (next.interrupted()) {
            end(left, Ending.INTERRUPTED, now.plus(next.duration()).plus(UNHEARD));
        }
    }

    /** There is nobody to inspect now. */
    void foundNobody(boolean running, Instant now) {
        if (running) {
            due = now.plus(PAUSE);
        } else {
            step = Step.OVER;
        }
    }

    /** The group is being handed to its nodes. */
    void beginning(Late slow, Instant now) {
        step = Step.BEGUN;
        waitFor(slow.about(group.instances()), now);
    }

    /** All its nodes have it: it has its time from now on. */
    void begun(Instant now) {
        due = now.plus(group.duration()).plus(GRACE);
        end(group.instances(), Ending.FINISHED, due.plus(UNHEARD));
    }

    private void waitFor(List<Future<?>> exchanges, Instant now) {
        late = exchanges.stream().filter(exchange -> !exchange.isDone()).toList();
        if (!late.isEmpty()) {
            due = now.plus(LATE);
        }
    }

    private void end(Collection<UUID> instances, Ending why, Instant limit) {
        step = Step.END;
        ending = List.copyOf(instances);
        outcome = why;
        surely = limit;
    }

    /** Of the instances to stop, these whose node did not confirm; they live no longer than their own limit lets them. */
    List<UUID> presumed(Unconfirmed stop, Instant now) {
        return now.isBefore(surely) ? List.of() : left(stop);
    }

    /** Every node has confirmed, but for these instances. */
    void ended(Unconfirmed stop, Instant now) {
        List<UUID> left = left(stop);
        if (!left.isEmpty() && now.isBefore(surely)) {
            ending = left;
            due = now.plus(PAUSE);
            waitFor(stop.late().about(left), now);
        } else {
            step = outcome == Ending.FINISHED ? Step.FINISH : Step.BEGIN;
        }
    }

    private List<UUID> left(Unconfirmed stop) {
        return ending.stream().filter(stop.instances()::contains).toList();
    }

    /** The position has moved on behind the group. */
    void finished() {
        step = Step.TAKE_GROUP;
    }
}
