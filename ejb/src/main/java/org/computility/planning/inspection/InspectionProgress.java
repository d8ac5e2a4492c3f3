package org.computility.planning.inspection;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.operations.RunRestarting;
import org.computility.planning.inspection.Members.Member;
import org.computility.shared.Conflict;
import org.computility.shared.database.Columns;

/** What {@link Inspections} writes down, one transaction and a handful of statements for any number of plans. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InspectionProgress {

    @Inject
    Standings standings;

    @Inject
    Members members;

    @Inject
    Clock clock;

    /** A run is restarted by hand only while its plan is on and has no other run. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void on(@Observes RunRestarting event) {
        String planId = event.parameters().get("planId");
        if ("run-inspection".equals(event.jobName())
                && standings.lock(Long.parseLong(planId), event.runId()).isEmpty()) {
            throw new Conflict("plan-off", "Plan " + planId + " is OFF or has a newer run: start the plan instead.");
        }
    }

    /** Those of the plans that are on and still belong to these runs. */
    public Set<PlanRun> running(Collection<PlanRun> runs) {
        return standings.lock(runs).stream().map(Standing::run).collect(Collectors.toSet());
    }

    /**
     * Opens the next group of each, or the interrupted one again. Nothing for a plan that is off, closed by its windows, or
     * has nobody to inspect.
     */
    public List<Group> open(Collection<PlanRun> runs) {
        Instant now = clock.instant();
        List<Standing> found = standings.lock(runs).stream()
                .filter(standing -> standing.isOpen(now))
                .toList();
        Map<Long, List<Member>> next = new HashMap<>(members.next(found));
        List<Standing> restPaused = found.stream()
                .filter(standing -> !next.containsKey(standing.id()))
                .filter(standing -> !standing.position().atRoundStart())
                .toList();
        next.putAll(nextRound(restPaused));
        return open(
                found.stream()
                        .filter(standing -> next.containsKey(standing.id()))
                        .toList(),
                next);
    }

    /** The groups' time is counted from now: their instances have been handed to their nodes. */
    public void begun(Collection<Group> groups) {
        List<Standing> found = standings.lock(runs(groups));
        Instant now = clock.instant();
        found.forEach(standing -> standing.open(now));
        standings.write(found);
    }

    /** The groups have run and are stopped: the positions move on, and after its last round a plan goes off. */
    public void close(Collection<Group> groups) {
        Map<PlanRun, Group> byRun = groups.stream().collect(Collectors.toMap(Group::run, Function.identity()));
        List<Standing> open = standings.lock(byRun.keySet()).stream()
                .filter(Standing::hasOpenGroup)
                .toList();
        List<Group> ended =
                open.stream().map(standing -> byRun.get(standing.run())).toList();
        members.settle(
                ended.stream().flatMap(group -> group.instances().stream()).toArray(UUID[]::new), clock.instant());
        Set<Long> more = Set.copyOf(members.behind(
                Columns.of(ended, Group::planId, Long[]::new), Columns.of(ended, Group::lastNumber, Long[]::new)));
        open.forEach(standing -> standing.close(byRun.get(standing.run()).lastNumber(), more.contains(standing.id())));
        write(open);
    }

    private List<Group> open(List<Standing> standing, Map<Long, List<Member>> next) {
        if (standing.isEmpty()) {
            return List.of();
        }
        List<Group> groups = standing.stream()
                .map(one -> one.group(next.get(one.id()), one.hasOpenGroup()))
                .toList();
        Long[] beginning = standing.stream()
                .filter(one -> one.position().atRoundStart() && !one.hasOpenGroup())
                .map(Standing::id)
                .toArray(Long[]::new);
        Instant now = clock.instant();
        if (beginning.length > 0) {
            members.forgetRound(beginning);
            members.beginRound(beginning, now);
        }
        members.holdBack(Columns.of(standing, Standing::id, Long[]::new));
        standing.forEach(one -> one.open(now));
        standings.write(standing);
        return groups;
    }

    /** The rest of their round was paused or deleted. */
    private Map<Long, List<Member>> nextRound(List<Standing> restPaused) {
        if (restPaused.isEmpty()) {
            return Map.of();
        }
        restPaused.forEach(Standing::closeRound);
        write(restPaused);
        return members.next(restPaused.stream()
                .filter(standing -> !standing.position().isOver())
                .toList());
    }

    private void write(List<Standing> changed) {
        standings.write(changed);
        // The last round of these is done.
        Long[] over = changed.stream()
                .filter(standing -> standing.position().isOver())
                .map(Standing::id)
                .toArray(Long[]::new);
        if (over.length > 0) {
            members.release(over);
        }
    }

    private static List<PlanRun> runs(Collection<Group> groups) {
        return groups.stream().map(Group::run).toList();
    }
}
