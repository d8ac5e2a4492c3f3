package org.computility.federation.push;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;

/** {@code push-reports} sends accepted reports to the platform above; without one it does nothing. */
@Dependent
class PushReportsJob implements DeclaredJob {

    private final PushConfig config;

    PushReportsJob() {
        this(PushConfig.current());
    }

    PushReportsJob(PushConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "push-reports";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of();
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.push();
    }
}
