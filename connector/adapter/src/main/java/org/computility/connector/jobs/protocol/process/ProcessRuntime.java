package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.Folders;
import org.computility.connector.jobs.protocol.files.JobFolder;
import org.computility.connector.jobs.protocol.files.JobLog;
import org.computility.connector.jobs.protocol.files.Removal;
import org.computility.connector.jobs.protocol.files.Results;
import org.computility.connector.jobs.protocol.files.Sandbox;
import org.computility.connector.jobs.protocol.files.ServiceDoor;

/** Runs jobs on this machine. Their folders, below one folder that only this machine uses, are all that is known of them. */
public final class ProcessRuntime implements JobClient {

    private final Path location;
    private final Tools tools;

    /** @param location the folder of all jobs, made when the first is submitted */
    public ProcessRuntime(Path location) {
        this(location, "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin");
    }

    ProcessRuntime(Path location, String path) {
        this.location = location;
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
            Path root = Folders.make(location);
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
    public byte[] log(String jobId, long offset, int most) throws RuntimeFailure {
        JobFolder folder = known(jobId);
        if (offset < 0 || most < 0) {
            throw refused("offset and most must not be negative");
        }
        return guarded(() -> new JobLog(folder.log()).read(offset, most));
    }

    @Override
    public List<ResultFile> results(String jobId) throws RuntimeFailure {
        Results results = resultsOf(jobId);
        return guarded(results::list);
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException {
        resultsOf(jobId).copy(name, most, to);
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        if (!Files.exists(folder.path())) {
            return;
        }
        ended(jobId);
        guarded(() -> {
            new Removal(location).remove(folder.path());
            return null;
        });
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        tools.check();
        return guarded(() -> Machine.capacity(location, Given.toJobsIn(location), tools.haveServices()));
    }

    private Results resultsOf(String jobId) throws RuntimeFailure {
        JobFolder folder = known(jobId);
        ended(jobId);
        return new Results(guarded(() -> folder.work().toRealPath()));
    }

    private void ended(String jobId) throws RuntimeFailure {
        if (!state(jobId).state().isFinal()) {
            throw refused("Job " + jobId + " has not ended");
        }
    }

    private JobFolder known(String jobId) throws RuntimeFailure {
        JobFolder folder = folder(jobId);
        if (!folder.isAccepted()) {
            throw refused("Job " + jobId + " is not known here");
        }
        return folder;
    }

    private JobFolder folder(String jobId) throws RuntimeFailure {
        JobRules.checkId(jobId);
        return new JobFolder(location.resolve(jobId));
    }

    private interface Step<T> {
        T take() throws IOException, RuntimeFailure;
    }

    private <T> T guarded(Step<T> step) throws RuntimeFailure {
        try {
            return step.take();
        } catch (IOException e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, "The jobs' folder " + location + " fails: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new RuntimeFailure(Reason.GARBLED, "A job's file makes no sense: " + e.getMessage(), e);
        }
    }

    private static RuntimeFailure refused(String message) {
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
