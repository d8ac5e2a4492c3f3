package org.computility.jobs.hours;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What jobs had of centers in each hour; needs no caller. */
@Stateless
public class JobHours {

    @Inject
    JobUses uses;

    @Inject
    Clock clock;

    /** Of each hour of the clock and each job that ran then at those centers within the period, by hour and job. */
    public List<JobUse> at(Collection<String> centerIds, Instant from, Instant to) {
        return centerIds.isEmpty() ? List.of() : uses.at(centerIds.toArray(new String[0]), from, to, clock.instant());
    }
}
