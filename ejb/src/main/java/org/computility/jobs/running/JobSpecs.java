package org.computility.jobs.running;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.centers.SpecFacts;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ReadOnlyMount;
import org.computility.datasets.ContentStore;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobDirectory;

/** What a center is told of an attempt; the same at every try. */
@ApplicationScoped
class JobSpecs {

    @EJB
    JobDirectory directory;

    @EJB
    DataSetCatalogue dataSets;

    @Inject
    ContentStore contents;

    long fileBytes;
    Duration grace = JobLimits.USUAL_GRACE;

    @PostConstruct
    void configure() {
        fileBytes = JobsConfig.current().fileBytes();
        grace = JobsConfig.current().grace();
    }

    /**
     * Empty where the job is gone.
     *
     * @throws RuntimeFailure REFUSED where the job asks for what is there no more
     */
    Optional<JobSpec> of(AttemptFacts attempt) throws RuntimeFailure {
        JobFacts job = directory.job(attempt.jobId()).orElse(null);
        TaskFacts task = directory.task(attempt.taskId()).orElse(null);
        if (job == null || task == null) {
            return Optional.empty();
        }
        return Optional.of(new JobSpec(
                attempt.runtimeId(),
                List.of("/bin/sh", "-c", job.command()),
                environment(job, task),
                resources(job.spec()),
                limits(job),
                job.imageLocation(),
                mounts(job),
                job.service() == null ? 0 : job.service().port(),
                job.service() == null ? null : job.service().healthPath(),
                job.spec().architecture()));
    }

    private static Map<String, String> environment(JobFacts job, TaskFacts task) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "COMPUTILITY_JOB_ID",
                job.id(),
                "COMPUTILITY_TASK_INDEX",
                Integer.toString(task.number()),
                "COMPUTILITY_TASK_COUNT",
                Integer.toString(job.nodes())));
        if (job.service() != null) {
            environment.put("PORT", Integer.toString(job.service().port()));
        }
        return environment;
    }

    private static JobResources resources(SpecFacts spec) {
        return new JobResources(1, spec.cores(), spec.memoryBytes(), spec.accelerators());
    }

    // One process may use all cores all the time.
    private JobLimits limits(JobFacts job) {
        Duration wallTime = Duration.ofSeconds(job.maxSeconds());
        // What is told to end at its wall time may use its grace.
        Duration cpuTime = wallTime.plus(grace).multipliedBy(job.spec().cores());
        Duration longest = Duration.ofDays(366);
        return new JobLimits(
                cpuTime.compareTo(longest) > 0 ? longest : cpuTime,
                job.spec().memoryBytes(),
                fileBytes,
                wallTime,
                grace);
    }

    private List<ReadOnlyMount> mounts(JobFacts job) throws RuntimeFailure {
        List<ReadOnlyMount> mounts = new ArrayList<>();
        for (String id : job.dataSets()) {
            Path file = dataSets.held(id)
                    .flatMap(held -> contents.find(held.content().sha256()))
                    .orElseThrow(
                            () -> new RuntimeFailure(Reason.REFUSED, "the data set " + id + " is there no more", null));
            mounts.add(new ReadOnlyMount(file.toAbsolutePath().toString(), id));
        }
        return mounts;
    }
}
