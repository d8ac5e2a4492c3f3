package org.computility.connector.jobs.protocol.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.Folders;
import org.computility.connector.jobs.protocol.files.JobFolder;
import org.computility.connector.jobs.protocol.files.JobsInFolders;
import org.computility.connector.jobs.protocol.files.Sandbox;

/** Runs jobs on this machine. Their folders, below one folder that only this machine uses, are all that is known of them. */
public final class ProcessRuntime extends JobsInFolders {

    private final Tools tools;

    /** @param location the folder of all jobs, made when the first is submitted */
    public ProcessRuntime(Path location) {
        this(location, "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin");
    }

    ProcessRuntime(Path location, String path) {
        super(location);
        this.tools = new Tools(path);
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        JobRules.check(job);
        tools.check();
        guarded(() -> {
            Path root = Folders.make(location());
            JobFolder folder = new JobFolder(root.resolve(job.jobId()));
            if (!folder.isAccepted()) {
                Machine.check(job.resources());
            }
            String confinement = ControlGroups.here().confinement(job.resources());
            new Acceptance(new Sandbox(root), folder, confinement).accept(job);
            new Launch(tools, folder).start();
            return null;
        });
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        return guarded(new Reports(jobId, folder)::report);
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        List<JobReport> reports = new ArrayList<>();
        for (String jobId : jobIds) {
            reports.add(state(jobId));
        }
        return reports;
    }

    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        if (state(jobId).state().isFinal()) {
            return;
        }
        guarded(() -> {
            // Written first: a supervisor that begins meanwhile finds it, one that has begun gets the signal.
            folder.writeOnce("cancel", "");
            folder.started().map(Supervisor::parse).ifPresent(Supervisor::terminate);
            return null;
        });
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        tools.check();
        return guarded(() -> Machine.capacity(location(), Given.toJobsIn(location())));
    }
}
