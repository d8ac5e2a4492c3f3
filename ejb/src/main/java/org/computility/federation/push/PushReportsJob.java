package org.computility.federation.push;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;

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
    public Optional<DailyTime> schedule() {
        return config.push();
    }
}
