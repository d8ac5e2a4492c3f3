package org.computility.planning.inspection;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.planning.dispatch.GroupDispatch;
import org.computility.planning.dispatch.late.Late;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.inspection.Standings.Progress;
import org.computility.planning.state.InstanceState;

/**
 * The steps of inspections, for the batch job {@code run-inspection}: each for any number of plans, with as many statements
 * as for one. Each step may be repeated after a failure. Between two steps, the position in a plan's row says what is next,
 * so a job that was killed goes on where it was.
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
    private GroupDispatch dispatch;

    /** Those of the plans that are on and belong to these runs. */
    public Set<PlanRun> running(Collection<PlanRun> runs) {
        return progress.running(runs);
    }

    /** Whether the plan is on and belongs to this run. */
    public boolean isRunning(PlanRun run) {
        return !running(List.of(run)).isEmpty();
    }

    /**
     * The next groups; none of a plan that has none now. An interrupted group comes again: whatever still runs of it must be
     * {@link #stop stopped} first.
     */
    public List<Group> next(Collection<PlanRun> runs) {
        return progress.open(runs);
    }

    /**
     * Starts the groups; every instance ends by itself after its plan's {@code Duration}, even if nobody stops it. A group has
     * {@link #begun} once no exchange about it is late.
     */
    public Late begin(Collection<Group> groups) {
        return dispatch.start(groups.stream()
                .map(group -> new StartOrder(group.planId(), group.instances(), group.round(), group.duration()))
                .toList());
    }

    /** The nodes have the groups, or have refused: from now on their time is counted. */
    public void begun(Collection<Group> groups) {
        progress.begun(groups);
    }

    /** Instances of the plan that a node has, or may have. */
    public List<UUID> active(long planId) {
        return members.active(planId);
    }

    /** Stops them at their nodes. Answers the instances whose node did not confirm. */
    public Unconfirmed stop(Collection<UUID> instances, Ending ending) {
        return dispatch.stop(instances, ending.next(), ending.name());
    }

    /** For instances whose node did not confirm, once their own time limit must have ended them. */
    public void presumeStopped(Collection<UUID> instances, Ending ending) {
        dispatch.presumeStopped(instances, ending.next(), ending.name());
    }

    /** Moves on behind groups that are stopped. */
    public void finish(Collection<Group> groups) {
        progress.close(groups);
    }

    /** Share of each plan's running round that is done, 0 to 100. */
    public Map<Long, Double> progress(Collection<Long> planIds) {
        return standings.progress(planIds.toArray(new Long[0])).stream()
                .collect(Collectors.toMap(Progress::planId, Progress::share));
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
