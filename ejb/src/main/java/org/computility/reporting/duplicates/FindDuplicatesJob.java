package org.computility.reporting.duplicates;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.DeclaredJob;
import org.computility.operations.declared.JobParameter;

/**
 * {@code find-duplicates} compares all reported centers, and merges those of which all agrees where it is told to ({@value #MERGE_SAME}
 * 1): whoever starts it so has decided for all of them.
 */
@Dependent
class FindDuplicatesJob implements DeclaredJob {

    private static final String MERGE_SAME = "mergeSame";
    private static final String AT_ONCE = "atOnce";
    private static final long SOME = 200;
    private static final long MANY = 1_000;

    private final DuplicatesConfig config;

    FindDuplicatesJob() {
        this(DuplicatesConfig.current());
    }

    FindDuplicatesJob(DuplicatesConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "find-duplicates";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.number(MERGE_SAME, 0, 0, 1), JobParameter.number(AT_ONCE, SOME, 1, MANY));
    }

    @Override
    public Optional<DailyTime> schedule() {
        return config.find();
    }
}
