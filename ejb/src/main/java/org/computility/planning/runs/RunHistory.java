package org.computility.planning.runs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
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
}
