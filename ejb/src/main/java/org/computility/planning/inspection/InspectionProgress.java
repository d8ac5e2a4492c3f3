package org.computility.planning.inspection;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.operations.RunRestarting;
import org.computility.planning.inspection.Members.Member;
import org.computility.shared.Conflict;

/** What {@link Inspections} writes down, one transaction a method. */
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

    /** Whether the plan is on and still belongs to that run. */
    public boolean isRunning(long planId, long runId) {
        return standings.lock(planId, runId).isPresent();
    }

    /** Opens the next group, or the interrupted one again. Empty when the plan is off or has nobody to inspect. */
    public Optional<Group> open(long planId, long runId) {
        return standings.lock(planId, runId).flatMap(standing -> open(planId, standing));
    }

    /** The group's time is counted from now: its instances have been handed to their nodes. */
    public void begun(Group group) {
        standings.lock(group.planId(), group.runId()).ifPresent(standing -> {
            standing.open(clock.instant());
            standings.session().update(standing);
        });
    }

    /** The group has run and is stopped: the position moves on, and after the last round the plan goes off. */
    public void close(Group group) {
        standings
                .lock(group.planId(), group.runId())
                .filter(Standing::hasOpenGroup)
                .ifPresent(standing -> {
                    members.settle(group.instances().toArray(new UUID[0]), clock.instant());
                    boolean more =
                            !members.next(group.planId(), group.lastNumber(), 1).isEmpty();
                    standing.close(group.lastNumber(), more);
                    write(standing, group.planId());
                });
    }

    private Optional<Group> open(long planId, Standing standing) {
        boolean interrupted = standing.hasOpenGroup();
        List<Member> next = next(planId, standing);
        if (next.isEmpty() && !standing.position().atRoundStart()) {
            // The rest of the round was paused or deleted.
            standing.closeRound();
            write(standing, planId);
            next = standing.position().isOver() ? List.of() : next(planId, standing);
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        if (standing.position().atRoundStart() && !interrupted) {
            members.forgetRound(planId);
            members.beginRound(planId, clock.instant());
        }
        members.holdBack(planId);
        standing.open(clock.instant());
        standings.session().update(standing);
        return Optional.of(standing.group(next, interrupted));
    }

    private List<Member> next(long planId, Standing standing) {
        return members.next(planId, standing.position().afterNumber(), standing.concurrency());
    }

    private void write(Standing standing, long planId) {
        standings.session().update(standing);
        if (standing.position().isOver()) {
            members.release(planId);
        }
    }
}
