package org.computility.planning.inspection;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.dispatch.StartOrder;
import org.computility.planning.inspection.Standings.Progress;
import org.computility.planning.state.InstanceState;

/**
 * The steps of an inspection, for the batch job {@code run-inspection}. Each step may be repeated after a failure.
 * Between two steps, the position in the plan's row says what is next, so a job that was killed goes on where it was.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Inspections {

    @EJB
    private InspectionProgress progress;

    @Inject
    private Standings standings;

    @Inject
    private Members members;

    @EJB
    private Dispatch dispatch;

    /** Whether the plan is on and belongs to this run. */
    public boolean isRunning(long planId, long runId) {
        return progress.isRunning(planId, runId);
    }

    /**
     * The next group; empty when there is none now. An interrupted group comes again: whatever still runs of it must be
     * {@link #stop stopped} first.
     */
    public Optional<Group> next(long planId, long runId) {
        return progress.open(planId, runId);
    }

    /** Starts the group; every instance ends by itself after the plan's {@code Duration}, even if nobody stops it. */
    public void begin(Group group) {
        dispatch.start(new StartOrder(group.planId(), group.instances(), group.round(), group.duration()));
        progress.begun(group);
    }

    /** Instances of the plan that a node has, or may have. */
    public List<UUID> active(long planId) {
        return members.active(planId);
    }

    /** Stops them at their nodes. Answers the instances whose node did not confirm. */
    public Set<UUID> stop(Collection<UUID> instances, Ending ending) {
        return dispatch.stopConfirmed(instances, ending.next(), ending.name());
    }

    /** For instances whose node did not confirm, once their own time limit must have ended them. */
    public void presumeStopped(Collection<UUID> instances, Ending ending) {
        dispatch.presumeStopped(instances, ending.next(), ending.name());
    }

    /** Moves on behind a group that is stopped. */
    public void finish(Group group) {
        progress.close(group);
    }

    /** Share of the running round that is done, 0 to 100. */
    public double progress(long planId) {
        return standings.progress(planId).map(Progress::share).orElse(0.0);
    }

    /** Why a group is stopped; the name is the outcome of its runs. */
    public enum Ending {
        /** Its time is over. */
        FINISHED,
        /** It will be repeated as a whole. */
        INTERRUPTED;

        InstanceState next() {
            return this == FINISHED ? InstanceState.FINISHED : InstanceState.PENDING;
        }
    }
}
