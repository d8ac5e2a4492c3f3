package org.computility.connector.jobs.protocol.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.Folders;
import org.computility.connector.jobs.protocol.files.JobFolder;
import org.computility.connector.jobs.protocol.files.JobsInFolders;
import org.computility.connector.jobs.protocol.files.Removal;
import org.computility.connector.jobs.protocol.files.Sandbox;
import org.computility.connector.jobs.protocol.files.ServiceDoor;

/** Runs jobs on this machine. Their folders, below one folder that only this machine uses, are all that is known of them. */
public final class ProcessRuntime extends JobsInFolders {

    private static final Logger LOG = Logger.getLogger(ProcessRuntime.class.getName());

    private final Tools tools;

    /** @param location the folder of all jobs, made when it is first looked at */
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
        if (job.servicePort() != 0) {
            tools.checkServices();
        }
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
    public boolean runsServices() {
        return true;
    }

    @Override
    public Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        return state(jobId).state() == JobState.RUNNING ? guarded(new ServiceDoor(folder)::endpoint) : Optional.empty();
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        JobReport report = guarded(new Reports(jobId, folder)::report);
        if (report.state() == JobState.QUEUED) {
            begin(folder);
        } else if (report.state() == JobState.LOST) {
            guarded(() -> {
                Removal.removeGroups(folder);
                return null;
            });
        }
        return report;
    }

    private void begin(JobFolder folder) {
        try {
            guarded(() -> {
                new Launch(tools, folder).again();
                return null;
            });
        } catch (RuntimeFailure e) {
            LOG.warning(() -> "The job in " + folder.path() + " could not be begun: " + e);
        }
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        List<JobReport> reports = new ArrayList<>();
        for (String jobId : jobIds) {
            reports.add(stateOrUnread(jobId));
        }
        return reports;
    }

    /** A folder that fails tells nothing of the others. */
    private JobReport stateOrUnread(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        try {
            return state(jobId);
        } catch (RuntimeFailure e) {
            LOG.warning(() -> "The folder of job " + jobId + " cannot be read: " + e);
            return new Reports(jobId, folder).unread();
        }
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
            folder.started().flatMap(Supervisor::find).ifPresent(Supervisor::terminate);
            return null;
        });
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        tools.check();
        return guarded(() -> Machine.capacity(location(), Given.toJobsIn(location()), tools.haveServices()));
    }
}
