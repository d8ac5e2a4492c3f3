package org.computility.reporting.closing;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;
import org.computility.operations.declared.MonthlyTime;

/**
 * {@code close-month} completes the report of each reported center that has sources by what the platform knows itself of its month:
 * the month {@value #MONTHS_BACK} months before that in which the run began, 0 for that month as far as it has come.
 */
@Dependent
class CloseMonthJob implements DeclaredJob {

    private static final String MONTHS_BACK = "monthsBack";
    private static final String AT_ONCE = "atOnce";
    private static final long LONGEST = 120;
    private static final long SOME = 20;
    private static final long MANY = 1_000;

    private final ClosingConfig config;

    CloseMonthJob() {
        this(ClosingConfig.current());
    }

    CloseMonthJob(ClosingConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "close-month";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.number(MONTHS_BACK, 1, 0, LONGEST), JobParameter.number(AT_ONCE, SOME, 1, MANY));
    }

    @Override
    public Optional<MonthlyTime> schedule() {
        return config.close();
    }
}
