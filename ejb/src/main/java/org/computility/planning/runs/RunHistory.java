package org.computility.planning.runs;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** What became of the instances of a plan, run by run. Whether the caller may know has been checked before. */
@Stateless
public class RunHistory {

    @Inject
    private InstanceRuns runs;

    /** Runs of the plan's instances, oldest first. */
    public Page<InstanceRunView> of(long planId, PageRequest page) {
        org.hibernate.query.Page part = org.hibernate.query.Page.page(page.size(), page.number() - 1);
        return new Page<>(
                runs.page(planId, part).stream().map(InstanceRun::view).toList(), runs.total(planId), page);
    }
}
