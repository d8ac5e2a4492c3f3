package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ReadOnlyMount;

/**
 * What a job sees: the programs of the machine, or of its image, and its mounts, to read; its work folder and memory of its own, to write; no
 * network, no other process, no capability.
 */
public final class Sandbox {

    private static final List<String> ALONE = List.of(
            "--unshare-all",
            "--die-with-parent",
            "--new-session",
            "--cap-drop",
            "ALL",
            "--uid",
            "1000",
            "--gid",
            "1000",
            "--clearenv");
    private static final List<String> PROGRAMS = List.of(
            "--ro-bind",
            "/usr",
            "/usr",
            "--symlink",
            "usr/bin",
            "/bin",
            "--symlink",
            "usr/sbin",
            "/sbin",
            "--symlink",
            "usr/lib",
            "/lib",
            "--symlink",
            "usr/lib64",
            "/lib64",
            "--ro-bind-try",
            "/etc/alternatives",
            "/etc/alternatives",
            "--ro-bind-try",
            "/etc/ld.so.cache",
            "/etc/ld.so.cache");

    private final Path root;

    /** @param root the folder of all jobs, its real path */
    public Sandbox(Path root) throws RuntimeFailure {
        if (root.startsWith("/usr")) {
            throw refused("location must not lie in /usr, which every job may read", null);
        }
        this.root = root;
    }

    /** The options, each ended by a NUL, as bwrap reads them from a file: other processes see its command line. */
    public String options(JobSpec job, JobFolder folder) throws RuntimeFailure {
        List<String> options = new ArrayList<>(ALONE);
        if (job.image() == null) {
            options.addAll(PROGRAMS);
        }
        options.addAll(List.of("--proc", "/proc"));
        options.addAll(memory(job.limits().memoryBytes()));
        options.addAll(List.of("--bind", folder.work().toString(), "/task", "--chdir", "/task"));
        options.addAll(ServiceDoor.options(job, folder));
        for (ReadOnlyMount mount : job.mounts()) {
            options.addAll(List.of("--ro-bind", source(mount).toString(), "/data/" + mount.name()));
        }
        options.addAll(List.of("--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "HOME", "/task"));
        job.environment().forEach((name, value) -> options.addAll(List.of("--setenv", name, value)));
        options.addAll(List.of("--remount-ro", "/"));
        return String.join("\0", options) + "\0";
    }

    // The script makes /dev before, with the accelerators in it. Files in memory count for nobody's address space:
    // without a size a job could fill the machine's memory.
    private static List<String> memory(long bytes) {
        String size = Long.toString(bytes);
        return List.of(
                "--size", size, "--tmpfs", "/dev/shm", "--remount-ro", "/dev", "--size", size, "--tmpfs", "/tmp");
    }

    /** The job's root folder, its real path; empty where the job finds the machine's own programs. */
    public String image(JobSpec job) throws RuntimeFailure {
        if (job.image() == null) {
            return "";
        }
        if (!job.image().startsWith("/")) {
            throw refused("image must be the absolute path of a root folder, not " + job.image(), null);
        }
        Path real = shown("image", Path.of(job.image()), "image must be a folder that exists");
        if (!Files.isDirectory(real.resolve("usr"))) {
            throw refused("image must be a root folder with usr in it, not " + job.image(), null);
        }
        return real.toString();
    }

    private Path source(ReadOnlyMount mount) throws RuntimeFailure {
        return shown("mounts", Path.of(mount.source()), "mounts must have sources that exist");
    }

    private Path shown(String member, Path given, String wish) throws RuntimeFailure {
        Path real = real(given, wish);
        if (real.startsWith(root) || root.startsWith(real)) {
            throw refused(member + " must not show the jobs' own folder, as " + given + " does", null);
        }
        return real;
    }

    private static Path real(Path given, String wish) throws RuntimeFailure {
        try {
            return given.toRealPath();
        } catch (IOException e) {
            throw refused(wish + ", not " + given, e);
        }
    }

    private static RuntimeFailure refused(String message, Throwable cause) {
        return new RuntimeFailure(Reason.REFUSED, message, cause);
    }
}
