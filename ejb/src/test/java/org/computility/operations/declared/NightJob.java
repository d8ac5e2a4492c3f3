package org.computility.operations.declared;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;

/** A job with one parameter, at that time or never. */
record NightJob(Optional<DailyTime> schedule) implements DeclaredJob {

    @Override
    public String name() {
        return "purge-results";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.number("atOnce", 1000, 1, 10_000));
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }
}
