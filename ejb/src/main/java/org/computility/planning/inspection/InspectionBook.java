package org.computility.planning.inspection;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.computility.operations.RunRestarting;
import org.computility.planning.inspection.InspectionTable.Member;
import org.computility.planning.inspection.InspectionTable.Standing;
import org.computility.shared.Conflict;

/** The position of inspections, moved in one transaction a step. {@link Inspections} is the door. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InspectionBook {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Clock clock;

    /** A run is restarted by hand only while its plan is on and has no other run. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void on(@Observes RunRestarting event) {
        String planId = event.parameters().get("planId");
        if ("run-inspection".equals(event.jobName())
                && standing(Long.parseLong(planId), event.runId()).isEmpty()) {
            throw new Conflict("plan-off", "Plan " + planId + " is OFF or has a newer run: start the plan instead.");
        }
    }

    /** Whether the plan is on and that run is still the one that works on it. */
    public boolean isRunning(long planId, long runId) {
        return standing(planId, runId).isPresent();
    }

    /** Opens the next group, or the interrupted one again. Empty when the plan is off or has nobody to inspect. */
    public Optional<Group> open(long planId, long runId) {
        InspectionTable table = new InspectionTable(database);
        Standing standing = standing(planId, runId).orElse(null);
        if (standing == null) {
            return Optional.empty();
        }
        Position position = standing.position();
        List<Member> members = table.members(planId, position.afterNumber(), standing.concurrency());
        if (members.isEmpty() && !position.atRoundStart()) {
            // The rest of the round was paused or deleted.
            position = position.afterGroup(position.afterNumber(), false);
            table.move(planId, position);
            if (position.isOver()) {
                table.release(planId);
                return Optional.empty();
            }
            members = table.members(planId, 0, standing.concurrency());
        }
        if (members.isEmpty()) {
            return Optional.empty();
        }
        if (position.atRoundStart() && standing.groupStartedAt() == null) {
            table.wait(planId, clock.instant());
        }
        table.holdBack(planId);
        table.open(planId, clock.instant());
        return Optional.of(new Group(
                planId,
                runId,
                position.round(),
                members.stream().map(Member::id).toList(),
                members.get(members.size() - 1).number(),
                standing.duration(),
                standing.groupStartedAt() != null));
    }

    /** The group's time is counted from now: its instances have been handed to their nodes. */
    public void begun(Group group) {
        if (isRunning(group.planId(), group.runId())) {
            new InspectionTable(database).open(group.planId(), clock.instant());
        }
    }

    /** The group has run and is stopped: the position moves on, and after the last round the plan goes off. */
    public void close(Group group) {
        InspectionTable table = new InspectionTable(database);
        Standing standing = standing(group.planId(), group.runId()).orElse(null);
        if (standing == null || standing.groupStartedAt() == null) {
            return;
        }
        table.settle(group.instances(), clock.instant());
        boolean more = !table.members(group.planId(), group.lastNumber(), 1).isEmpty();
        Position next = standing.position().afterGroup(group.lastNumber(), more);
        table.move(group.planId(), next);
        if (next.isOver()) {
            table.release(group.planId());
        }
    }

    private Optional<Standing> standing(long planId, long runId) {
        return new InspectionTable(database)
                .lock(planId)
                .filter(standing -> standing.on() && standing.runId() == runId);
    }
}
