package org.computility.connector.jobs.protocol.slurm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.Acceptance;
import org.computility.connector.jobs.protocol.files.FolderSteps;
import org.computility.connector.jobs.protocol.files.Folders;
import org.computility.connector.jobs.protocol.files.JobsInFolders;
import org.computility.connector.jobs.protocol.files.Sandbox;

/** Runs jobs on a Slurm cluster; what they leave comes back by a shared folder. */
public final class SlurmRuntime extends JobsInFolders {

    /** A shared folder whose server is away hangs. */
    private static final Duration FILES_TIMEOUT = Duration.ofSeconds(15);

    /** Memory and cores are Slurm's to limit, by its own control groups. */
    private static final String CONFINEMENT = ":";

    private static final Logger LOG = Logger.getLogger(SlurmRuntime.class.getName());

    private final SlurmAddress address;
    private final SlurmApi slurm;
    private final HandOver hand;

    SlurmRuntime(SlurmAddress address, SlurmApi slurm, FolderSteps steps) {
        super(address.folder(), steps);
        this.address = address;
        this.slurm = slurm;
        this.hand = new HandOver(slurm, address, this::guarded);
    }

    /** @throws RuntimeFailure REFUSED where the address is none of a Slurm cluster */
    public static SlurmRuntime at(JobRuntimeAddress address, RuntimeHttp http) throws RuntimeFailure {
        SlurmAddress parsed = SlurmAddress.parse(address);
        FolderSteps steps = new FolderSteps(parsed.folder(), http.executor(), FILES_TIMEOUT);
        return new SlurmRuntime(parsed, new SlurmApi(http, parsed), steps);
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
            hand.over(job, folder, path);
        }
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        SlurmFolder folder = slurmFolder(jobId);
        Optional<JobReport> certain = guarded(() -> reports(folder).certain());
        if (certain.isPresent()) {
            return certain.get();
        }
        Optional<SlurmJob> seen = hand.seen(folder);
        return guarded(() -> reports(folder).report(seen));
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

    private Optional<JobReport> certain(SlurmFolder folder) throws RuntimeFailure {
        try {
            return guarded(() -> reports(folder).certain());
        } catch (RuntimeFailure e) {
            checkNotHanging(e);
            // What Slurm says may still help.
            LOG.warning(() -> "The folder of job " + folder.jobId() + " cannot be read: " + e);
            return Optional.empty();
        }
    }

    /** A folder that fails tells nothing of the others. */
    private JobReport report(SlurmFolder folder, Queue queue) throws RuntimeFailure {
        try {
            return guarded(() -> reports(folder).report(queue.find(folder.slurmId(), folder.jobId())));
        } catch (RuntimeFailure e) {
            checkNotHanging(e);
            LOG.warning(() -> "The folder of job " + folder.jobId() + " cannot be read: " + e);
            boolean garbled = e.reason() == RuntimeFailure.Reason.GARBLED;
            return guarded(() -> reports(folder).unread(queue.allNamed(folder.jobId()), garbled));
        }
    }

    /** Where the folder of all hangs, each further job would wait for it, too. */
    private static void checkNotHanging(RuntimeFailure e) throws RuntimeFailure {
        if (e.reason() == RuntimeFailure.Reason.TIMED_OUT) {
            throw e;
        }
    }

    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        cancel(List.of(jobId));
    }

    @Override
    public void cancel(List<String> jobIds) throws RuntimeFailure {
        List<SlurmFolder> open = new ArrayList<>();
        for (String jobId : jobIds) {
            SlurmFolder folder = slurmFolder(jobId);
            if (guarded(() -> reports(folder).certain()).isEmpty()) {
                open.add(folder);
            }
        }
        hand.back(open);
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
