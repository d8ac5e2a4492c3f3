package org.computility.planning.followers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.planning.PlanReading;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Paged;

/** What became of the follow-ups of a plan's results. */
@Stateless
public class PlanFollowers {

    @Inject
    FollowUps followUps;

    @EJB
    PlanReading plans;

    @Inject
    CurrentCaller caller;

    /**
     * The newest first.
     *
     * @throws org.computility.shared.NotFound {@code plan-unknown}
     */
    public FollowersView of(long planId, PageRequest page) {
        Caller reader = caller.require(Role.READERS);
        plans.check(planId, reader);
        FollowUps.Counts counts = followUps.counts(planId);
        List<FollowUp> some = Paged.list(followUps.of(planId), page);
        return new FollowersView(
                counts.followersPlanId(),
                counts.open(),
                counts.done(),
                counts.failed(),
                counts.stopped(),
                counts.missed(),
                some.stream().map(FollowUp::view).toList(),
                page.number(),
                page.size(),
                counts.total());
    }
}
