package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.computility.jobs.JobFacts;
import org.computility.jobs.TaskFacts;

/** Jobs and tasks for other rooms and for rounds; needs no caller. */
@Stateless
public class JobDirectory {

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    public Optional<JobFacts> job(UUID jobId) {
        return jobs.find(jobId).map(Job::facts);
    }

    public Optional<TaskFacts> task(UUID taskId) {
        return tasks.find(taskId).map(JobTask::facts);
    }
}
