package org.computility.connector.jobs.protocol.kubernetes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ReadOnlyMount;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.protocol.files.FolderSteps;
import org.computility.connector.jobs.protocol.files.Piecewise;
import org.computility.connector.jobs.protocol.files.Removal;
import org.computility.connector.jobs.protocol.files.Results;

/**
 * The files of a persistent claim as the platform sees them: {@code jobs/‹id›/work} is a job's work folder. A pod is shown that
 * folder and the data sets that it names, nothing else of the claim.
 */
final class ClaimFolder {

    private static final String JOBS = "jobs";

    private final String claim;
    private final Path folder;
    private final FolderSteps steps;

    /** @param folder where the platform finds the claim's files */
    ClaimFolder(String claim, Path folder, FolderSteps steps) {
        this.claim = claim;
        this.folder = folder;
        this.steps = steps;
    }

    /** Makes the work folder, so that it belongs to the job's user; made already, it stays as it is. */
    Volumes volumes(JobSpec job) throws RuntimeFailure {
        return steps.take(() -> made(job));
    }

    private Volumes made(JobSpec job) throws IOException, RuntimeFailure {
        Path root = folder.toRealPath();
        Path jobs = passable(root.resolve(JOBS));
        Map<String, String> data = new HashMap<>();
        for (ReadOnlyMount mount : job.mounts()) {
            data.put(mount.name(), within(root, jobs, mount));
        }
        Path work = Files.createDirectories(passable(jobs.resolve(job.jobId())).resolve("work"));
        int owner = (Integer) Files.getAttribute(work, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (owner == 0) {
            // The platform is root and the job is not; no other pod is shown the folder.
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        return Volumes.of(job, claim, owner, root.relativize(work).toString(), data);
    }

    /** Of the platform alone; a node that mounts what lies below must pass, as whichever user. */
    private static Path passable(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        return folder.toRealPath();
    }

    private static String within(Path root, Path jobs, ReadOnlyMount mount) throws RuntimeFailure {
        try {
            Path source = Path.of(mount.source()).toRealPath();
            if (source.startsWith(root) && !source.equals(root) && !source.startsWith(jobs)) {
                return root.relativize(source).toString();
            }
        } catch (IOException e) {
            throw unreachable(mount.name(), e);
        }
        throw unreachable(mount.name(), null);
    }

    /** The refusal of a data set that no pod of the center could read. */
    static RuntimeFailure unreachable(String dataSet, Exception cause) {
        return new RuntimeFailure(
                Reason.REFUSED,
                "the data set " + dataSet + " lies outside of what the center shares with the platform",
                cause);
    }

    List<ResultFile> results(String jobId) throws RuntimeFailure {
        return steps.walk(
                () -> Files.exists(work(jobId)) ? new Results(work(jobId).toRealPath()).list() : List.of());
    }

    void result(String jobId, String name, long most, OutputStream to) throws IOException, RuntimeFailure {
        new Piecewise(steps::take).copy(() -> new Results(work(jobId).toRealPath()).open(name, most), to);
    }

    void forget(String jobId) throws RuntimeFailure {
        steps.walk(() -> {
            Path jobs = folder.resolve(JOBS);
            if (Files.exists(jobs.resolve(jobId))) {
                new Removal(jobs).remove(jobs.resolve(jobId));
            }
            return null;
        });
    }

    long storage() throws RuntimeFailure {
        return steps.take(() -> Files.getFileStore(folder).getTotalSpace());
    }

    private Path work(String jobId) {
        return folder.resolve(JOBS).resolve(jobId).resolve("work");
    }
}
