package org.computility.connector.jobs.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ReadOnlyMount;

/** What a job may look like, whichever runtime is to run it. */
public final class JobRules {

    /** As Kubernetes names jobs, the narrowest of the runtimes: no id is a path or an option. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern MOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** Linux takes no longer single argument than 128 KiB; all words of a job together stay below. */
    private static final int MOST_BYTES = 100_000;

    private static final int MOST_WORDS = 2_000;
    private static final int MOST_MOUNTS = 100;
    private static final int MOST_PORT = 65_535;
    private static final long LEAST_MEMORY = 16L << 20;
    private static final long LEAST_FILE = 4L << 10;

    /** More a job cannot have at once; a thread counts as one. */
    public static final int MOST_PROCESSES = 1_000;

    private static final int FILES_OF_FULL_SIZE = 8;
    private static final long SMALL_FILES = 16L << 20;

    private JobRules() {}

    /** How much all files of a job may take together: eight of the largest, and 16 MiB. */
    public static long diskBytes(JobLimits limits) {
        long most = (Long.MAX_VALUE - SMALL_FILES) / FILES_OF_FULL_SIZE;
        return Math.min(limits.fileBytes(), most) * FILES_OF_FULL_SIZE + SMALL_FILES;
    }

    /**
     * Takes ids that are names everywhere.
     *
     * @throws RuntimeFailure REFUSED
     */
    public static void checkId(String jobId) throws RuntimeFailure {
        check(
                jobId != null && ID.matcher(jobId).matches(),
                "jobId must be 1 to 63 lower-case letters, digits and hyphens, without a hyphen at its ends");
    }

    /**
     * Takes a job that every runtime could run.
     *
     * @throws RuntimeFailure REFUSED, with the member at fault
     */
    public static void check(JobSpec job) throws RuntimeFailure {
        checkId(job.jobId());
        checkWords(job.command(), job.environment());
        checkResources(job.resources());
        checkLimits(job.limits());
        checkImage(job.image());
        checkMounts(job.mounts());
        int port = job.servicePort();
        check(port >= 0 && port <= MOST_PORT, "servicePort must be a port, or 0 where the job serves nobody");
    }

    private static void checkWords(List<String> command, Map<String, String> environment) throws RuntimeFailure {
        check(!command.isEmpty() && !command.get(0).isEmpty(), "command must name a program");
        for (String name : environment.keySet()) {
            check(VARIABLE.matcher(name).matches(), "environment must have plain names, not \"" + name + "\"");
        }
        List<String> words = words(command, environment);
        check(words.stream().noneMatch(word -> word.indexOf('\0') >= 0), "command and environment must hold no NUL");
        int bytes = words.stream()
                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        check(
                words.size() <= MOST_WORDS && bytes <= MOST_BYTES,
                "command and environment must be at most " + MOST_WORDS + " words and " + MOST_BYTES + " bytes");
    }

    private static List<String> words(List<String> command, Map<String, String> environment) {
        Stream<String> values = environment.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()));
        return Stream.concat(command.stream(), values).toList();
    }

    private static void checkResources(JobResources resources) throws RuntimeFailure {
        check(resources != null, "resources must be given");
        check(resources.nodes() >= 1, "resources.nodes must be at least 1");
        check(resources.cores() >= 1, "resources.cores must be at least 1");
        check(resources.memoryBytes() >= LEAST_MEMORY, "resources.memoryBytes must be at least " + LEAST_MEMORY);
        Accelerators accelerators = resources.accelerators();
        check(
                accelerators == null || accelerators.count() >= 1 && accelerators.type() != null,
                "resources.accelerators must have a type and a count of at least 1");
    }

    /** What an image is depends on the runtime; on no line of a script it makes another. */
    private static void checkImage(String image) throws RuntimeFailure {
        check(
                image == null || !image.isBlank() && image.chars().noneMatch(Character::isISOControl),
                "image must be a name or a path, without control characters");
    }

    private static void checkLimits(JobLimits limits) throws RuntimeFailure {
        check(limits != null, "limits must be given");
        checkSeconds("limits.cpuTime", limits.cpuTime());
        checkSeconds("limits.wallTime", limits.wallTime());
        Duration grace = limits.grace();
        check(
                grace != null && grace.getNano() == 0 && !grace.isNegative() && grace.toHours() <= 1,
                "limits.grace must be whole seconds, from 0 seconds to an hour");
        check(limits.memoryBytes() >= LEAST_MEMORY, "limits.memoryBytes must be at least " + LEAST_MEMORY);
        check(limits.fileBytes() >= LEAST_FILE, "limits.fileBytes must be at least " + LEAST_FILE);
    }

    private static void checkSeconds(String member, Duration time) throws RuntimeFailure {
        boolean whole = time != null && time.getNano() == 0 && time.getSeconds() >= 1;
        check(whole && time.toDays() <= 366, member + " must be whole seconds, from 1 second to 366 days");
    }

    private static void checkMounts(List<ReadOnlyMount> mounts) throws RuntimeFailure {
        check(mounts.size() <= MOST_MOUNTS, "mounts must be at most " + MOST_MOUNTS);
        for (ReadOnlyMount mount : mounts) {
            String name = mount.name();
            check(name != null && MOUNT.matcher(name).matches(), "mounts must have plain names, not \"" + name + "\"");
            String source = mount.source();
            check(
                    source != null && source.startsWith("/") && source.indexOf('\0') < 0,
                    "mounts must have absolute sources, not \"" + source + "\"");
        }
        long names = mounts.stream().map(ReadOnlyMount::name).distinct().count();
        check(names == mounts.size(), "mounts must have different names");
    }

    private static void check(boolean right, String mend) throws RuntimeFailure {
        if (!right) {
            throw new RuntimeFailure(Reason.REFUSED, mend, null);
        }
    }
}
