package org.computility.planning.batch;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunProgress;
import org.computility.operations.turns.Company;
import org.computility.operations.turns.TurnWork;
import org.computility.planning.batch.InspectionTurns.Step;
import org.computility.planning.dispatch.late.Late;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;
import org.computility.planning.inspection.PlanRun;

/**
 * Takes the turns of inspections: a step of all that are at it, then the next one. So the groups of many plans end, and the
 * next ones begin, with a handful of transactions and one exchange with each node.
 */
@ApplicationScoped
public class InspectionCompany implements Company {

    private static final Logger LOG = Logger.getLogger(InspectionCompany.class.getName());

    @EJB
    Inspections inspections;

    @EJB
    BatchRuns runs;

    @Inject
    Clock clock;

    @Override
    public Map<TurnWork, Optional<Instant>> turns(List<TurnWork> due) {
        List<InspectionTurns> all =
                due.stream().map(InspectionTurns.class::cast).toList();
        Instant now = clock.instant();
        all.forEach(one -> one.wake(now));
        Set<InspectionTurns> moved = new LinkedHashSet<>();
        while (!all.stream().allMatch(InspectionTurns::isWaiting)) {
            Arrays.stream(Ending.values()).forEach(outcome -> end(all, outcome));
            moved.addAll(finish(at(all, Step.FINISH)));
            take(at(all, Step.TAKE_GROUP));
            begin(at(all, Step.BEGIN));
            moved.addAll(begun(at(all, Step.BEGUN)));
        }
        showProgress(moved);
        return all.stream().collect(Collectors.toMap(Function.identity(), InspectionTurns::next));
    }

    /** Where the plan was stopped, its instances are stopped, too; else this stops them, once. */
    public void giveUp(PlanRun run) {
        if (inspections.isRunning(run)) {
            inspections.stop(inspections.active(run.planId()), Ending.INTERRUPTED);
        }
    }

    private void end(List<InspectionTurns> all, Ending outcome) {
        List<InspectionTurns> ending = at(all, Step.END).stream()
                .filter(one -> one.outcome() == outcome)
                .toList();
        if (ending.isEmpty()) {
            return;
        }
        Unconfirmed stop = inspections.stop(
                ending.stream().flatMap(one -> one.ending().stream()).toList(), outcome);
        Instant now = clock.instant();
        List<UUID> presumed =
                ending.stream().flatMap(one -> one.presumed(stop, now).stream()).toList();
        if (!presumed.isEmpty()) {
            inspections.presumeStopped(presumed, outcome);
        }
        ending.forEach(one -> one.ended(stop, now));
    }

    private List<InspectionTurns> finish(List<InspectionTurns> ended) {
        if (!ended.isEmpty()) {
            inspections.finish(groups(ended));
            ended.forEach(InspectionTurns::finished);
        }
        return ended;
    }

    private void take(List<InspectionTurns> free) {
        if (free.isEmpty()) {
            return;
        }
        Map<PlanRun, Group> next =
                inspections.next(runs(free)).stream().collect(Collectors.toMap(Group::run, Function.identity()));
        List<InspectionTurns> idle =
                free.stream().filter(one -> !next.containsKey(one.run())).toList();
        Set<PlanRun> running = idle.isEmpty() ? Set.of() : inspections.running(runs(idle));
        Instant now = clock.instant();
        idle.forEach(one -> one.foundNobody(running.contains(one.run()), now));
        free.stream()
                .filter(one -> next.containsKey(one.run()))
                .forEach(one -> one.took(next.get(one.run()), left(next.get(one.run())), now));
    }

    private List<UUID> left(Group group) {
        return group.interrupted() ? inspections.active(group.run().planId()) : List.of();
    }

    private void begin(List<InspectionTurns> ready) {
        if (!ready.isEmpty()) {
            Late late = inspections.begin(groups(ready));
            Instant now = clock.instant();
            ready.forEach(one -> one.beginning(late, now));
        }
    }

    private List<InspectionTurns> begun(List<InspectionTurns> handed) {
        if (!handed.isEmpty()) {
            inspections.begun(groups(handed));
            Instant now = clock.instant();
            handed.forEach(one -> one.begun(now));
        }
        return handed;
    }

    /** The number of the round, and the number of instances in the group. */
    private void showProgress(Set<InspectionTurns> moved) {
        if (moved.isEmpty()) {
            return;
        }
        try {
            Map<Long, Double> shares = inspections.progress(
                    moved.stream().map(one -> one.run().planId()).toList());
            runs.progress(moved.stream()
                    .map(one -> new RunProgress(
                            one.run().runId(), shares.getOrDefault(one.run().planId(), 0.0), facts(one.group())))
                    .toList());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Progress not shown", e);
        }
    }

    private static Map<String, Long> facts(Group group) {
        return Map.of("round", (long) group.round(), "instances", (long)
                group.instances().size());
    }

    private static List<InspectionTurns> at(List<InspectionTurns> all, Step step) {
        return all.stream().filter(one -> one.isAt(step)).toList();
    }

    private static List<Group> groups(List<InspectionTurns> some) {
        return some.stream().map(InspectionTurns::group).toList();
    }

    private static List<PlanRun> runs(List<InspectionTurns> some) {
        return some.stream().map(InspectionTurns::run).toList();
    }
}
