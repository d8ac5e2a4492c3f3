package org.computility.results.purge;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;

/**
 * {@code purge-results} deletes results that are older than {@value #OLDER_THAN}, {@value #AT_ONCE} in a transaction, and drops
 * the days that are empty then. Results of capabilities that are kept longer stay: see {@link PurgeConfig}.
 */
@Dependent
class PurgeResultsJob implements DeclaredJob {

    private static final String OLDER_THAN = "olderThan";
    private static final String AT_ONCE = "atOnce";

    private static final long FEW = 1_000;
    private static final long MANY = 10_000;

    private final PurgeConfig config;

    PurgeResultsJob() {
        this(PurgeConfig.current());
    }

    PurgeResultsJob(PurgeConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "purge-results";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.period(OLDER_THAN, config.keep(), PurgeConfig.SHORTEST, PurgeConfig.LONGEST),
                JobParameter.number(AT_ONCE, FEW, 1, MANY));
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.purge();
    }
}
