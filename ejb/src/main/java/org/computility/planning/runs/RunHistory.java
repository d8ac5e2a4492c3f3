package org.computility.planning.runs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Paged;

/** What became of the instances of a plan, run by run. Whether the caller may know has been checked before. */
@Stateless
public class RunHistory {

    @Inject
    private InstanceRuns runs;

    /** Runs of the plan's instances, oldest first. */
    public Page<InstanceRunView> of(long planId, PageRequest page) {
        List<InstanceRun> some = Paged.list(runs.of(planId), page);
        return new Page<>(some.stream().map(InstanceRun::view).toList(), runs.total(planId), page);
    }

    /**
     * Runs of these instances that lie between two moments at least in part; only the seconds between count. Runs of plans that are
     * deleted are forgotten.
     *
     * @param now until when what runs has run
     */
    public List<RunCount> counted(
            Collection<Long> plans, Collection<UUID> instances, Instant from, Instant to, Instant now) {
        return runs.counted(plans.toArray(Long[]::new), instances.toArray(UUID[]::new), from, to, now);
    }
}
