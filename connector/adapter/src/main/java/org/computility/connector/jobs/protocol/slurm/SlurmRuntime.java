package org.computility.connector.jobs.protocol.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.Folders;
import org.computility.connector.jobs.protocol.files.JobsInFolders;
import org.computility.connector.jobs.protocol.files.Sandbox;

/** Runs jobs on a Slurm cluster; what they leave comes back by a shared folder. */
public final class SlurmRuntime extends JobsInFolders {

    /** Memory and cores are Slurm's to limit, by its own control groups. */
    private static final String CONFINEMENT = ":";

    private static final Logger LOG = Logger.getLogger(SlurmRuntime.class.getName());

    private final SlurmAddress address;
    private final SlurmApi slurm;

    private SlurmRuntime(SlurmAddress address, SlurmApi slurm) {
        super(address.folder());
        this.address = address;
        this.slurm = slurm;
    }

    /** @throws RuntimeFailure REFUSED where the address is none of a Slurm cluster */
    public static SlurmRuntime at(JobRuntimeAddress address, RuntimeHttp http) throws RuntimeFailure {
        SlurmAddress parsed = SlurmAddress.parse(address);
        return new SlurmRuntime(parsed, new SlurmApi(http, parsed));
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        JobRules.check(job);
        SlurmFolder folder = slurmFolder(job.jobId());
        Path path = guarded(() -> {
            Path root = Folders.make(location());
            new Acceptance(new Sandbox(root), folder.files(), CONFINEMENT).accept(job);
            return folder.files().path().toRealPath();
        });
        boolean known =
                guarded(() -> folder.isSubmitted() || reports(folder).certain().isPresent());
        if (!known) {
            submitOrAdopt(job, folder, path);
        }
    }

    private void submitOrAdopt(JobSpec job, SlurmFolder folder, Path path) throws RuntimeFailure {
        try {
            if (guarded(folder::isFirstAttempt) || !adopts(folder)) {
                long id = submit(job, folder, path);
                guarded(() -> {
                    folder.submitted(id);
                    return null;
                });
            }
        } catch (RuntimeFailure e) {
            // Whoever is refused goes elsewhere: the job must not begin here, too, and counts if it has.
            if (e.reason() != RuntimeFailure.Reason.REFUSED || !guarded(folder::beganElseRefused)) {
                throw e;
            }
        }
    }

    /** Whoever does not learn what became of a submission looks for the job's name. */
    private long submit(JobSpec job, SlurmFolder folder, Path path) throws RuntimeFailure {
        try {
            return slurm.submit(job, path);
        } catch (RuntimeFailure e) {
            boolean unclear =
                    e.reason() != RuntimeFailure.Reason.REFUSED && e.reason() != RuntimeFailure.Reason.NOT_ACCEPTED;
            Optional<SlurmJob> there = unclear ? named(folder) : Optional.empty();
            return there.orElseThrow(() -> e).id();
        }
    }

    private boolean adopts(SlurmFolder folder) throws RuntimeFailure {
        Optional<SlurmJob> there = named(folder);
        if (there.isPresent()) {
            guarded(() -> {
                folder.submitted(there.get().id());
                return null;
            });
        }
        return there.isPresent();
    }

    private Optional<SlurmJob> named(SlurmFolder folder) throws RuntimeFailure {
        return Queue.of(slurm.jobs(), address.user()).named(folder.jobId());
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        SlurmFolder folder = slurmFolder(jobId);
        Optional<JobReport> certain = guarded(() -> reports(folder).certain());
        if (certain.isPresent()) {
            return certain.get();
        }
        Optional<SlurmJob> seen = seen(folder);
        return guarded(() -> reports(folder).report(seen));
    }

    /** One job is asked for where its number is known: the whole queue may be long. */
    private Optional<SlurmJob> seen(SlurmFolder folder) throws RuntimeFailure {
        OptionalLong id = guarded(folder::slurmId);
        return id.isPresent()
                ? slurm.job(id.getAsLong()).filter(job -> job.name().equals(folder.jobId()))
                : named(folder);
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        Map<String, JobReport> reports = new LinkedHashMap<>();
        Queue queue = null;
        for (String jobId : jobIds) {
            Optional<JobReport> certain = certain(slurmFolder(jobId));
            if (certain.isEmpty() && queue == null) {
                queue = Queue.of(slurm.jobs(), address.user());
            }
            Queue asked = queue;
            reports.put(jobId, certain.isPresent() ? certain.get() : report(slurmFolder(jobId), asked));
        }
        return jobIds.stream().map(reports::get).toList();
    }

    private Optional<JobReport> certain(SlurmFolder folder) {
        try {
            return guarded(() -> reports(folder).certain());
        } catch (RuntimeFailure e) {
            // What Slurm says may still help.
            LOG.warning(() -> "The folder of job " + folder.jobId() + " cannot be read: " + e);
            return Optional.empty();
        }
    }

    /** A folder that fails tells nothing of the others. */
    private JobReport report(SlurmFolder folder, Queue queue) {
        try {
            return guarded(() -> reports(folder).report(queue.find(folder.slurmId(), folder.jobId())));
        } catch (RuntimeFailure e) {
            LOG.warning(() -> "The folder of job " + folder.jobId() + " cannot be read: " + e);
            boolean garbled = e.reason() == RuntimeFailure.Reason.GARBLED;
            return reports(folder).unread(queue.allNamed(folder.jobId()), garbled);
        }
    }

    /** Of several jobs of that name the others find the wish when they begin. */
    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        SlurmFolder folder = slurmFolder(jobId);
        if (guarded(() -> reports(folder).certain()).isPresent()) {
            return;
        }
        Optional<SlurmJob> seen = seen(folder);
        if (guarded(() -> reports(folder).report(seen)).state().isFinal()) {
            return;
        }
        guarded(() -> {
            // Written first: a job that begins meanwhile finds it.
            folder.files().writeOnce("cancel", "");
            return null;
        });
        if (seen.isPresent() && !guarded(seen.get()::state).isFinal()) {
            slurm.cancel(seen.get().id());
        }
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        String partition = slurm.partition();
        List<SlurmNode> nodes =
                slurm.nodes().stream().filter(node -> node.takesJobs(partition)).toList();
        return SlurmNode.capacity(nodes, guarded(this::storage));
    }

    private long storage() throws IOException {
        Path there = location();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getTotalSpace();
    }

    private SlurmReports reports(SlurmFolder folder) {
        return new SlurmReports(folder, address.lag());
    }

    private SlurmFolder slurmFolder(String jobId) throws RuntimeFailure {
        return new SlurmFolder(jobId, folder(jobId));
    }
}
