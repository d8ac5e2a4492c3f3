package org.computility.connector.jobs.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobLimits;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ReadOnlyMount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final JobResources RESOURCES = new JobResources(1, 1, 64L << 20, null);
    private static final JobLimits LIMITS = new JobLimits(MINUTE, 16 << 20, 4 << 10, MINUTE);
    private static final List<String> TRUE = List.of("true");

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "job-1", "01234567-89ab-cdef-0123-456789abcdef"})
    void takesPlainIds(String id) {
        assertThatNoException().isThrownBy(() -> JobRules.check(job(id, TRUE, Map.of(), LIMITS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/b",
                "/etc",
                "-a",
                "a-",
                "A",
                "a.b",
                "a b",
                "a\n",
                "a\0",
                ".forgotten-x",
                "作业",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void refusesIdsThatCouldBePathsOrOptions(String id) {
        refused(job(id, TRUE, Map.of(), LIMITS), "jobId");
    }

    @Test
    void refusesNoId() {
        refused(job(null, TRUE, Map.of(), LIMITS), "jobId");
    }

    static Stream<Arguments> wrongJobs() {
        return Stream.of(
                Arguments.of(job("a", List.of(), Map.of(), LIMITS), "command must name"),
                Arguments.of(job("a", List.of("", "x"), Map.of(), LIMITS), "command must name"),
                Arguments.of(job("a", List.of("x\0y"), Map.of(), LIMITS), "NUL"),
                Arguments.of(job("a", List.of("x".repeat(100_001)), Map.of(), LIMITS), "bytes"),
                Arguments.of(job("a", List.of("中".repeat(40_000)), Map.of(), LIMITS), "bytes"),
                Arguments.of(job("a", Collections.nCopies(2_001, "x"), Map.of(), LIMITS), "words"),
                Arguments.of(job("a", TRUE, Map.of("A=B", "x"), LIMITS), "environment"),
                Arguments.of(job("a", TRUE, Map.of("", "x"), LIMITS), "environment"),
                Arguments.of(job("a", TRUE, Map.of("A", "\0"), LIMITS), "NUL"),
                Arguments.of(job("a", TRUE, Map.of(), null), "limits"),
                Arguments.of(limited(null, 16 << 20, 4 << 10, MINUTE), "limits.cpuTime"),
                Arguments.of(limited(Duration.ofMillis(1500), 16 << 20, 4 << 10, MINUTE), "limits.cpuTime"),
                Arguments.of(limited(MINUTE, 16 << 20, 4 << 10, Duration.ZERO), "limits.wallTime"),
                Arguments.of(limited(MINUTE, 16 << 20, 4 << 10, Duration.ofDays(367)), "limits.wallTime"),
                Arguments.of(limited(MINUTE, (16 << 20) - 1, 4 << 10, MINUTE), "limits.memoryBytes"),
                Arguments.of(limited(MINUTE, 16 << 20, 1, MINUTE), "limits.fileBytes"),
                Arguments.of(mounted(new ReadOnlyMount("/data", "../x")), "plain names"),
                Arguments.of(mounted(new ReadOnlyMount("/data", null)), "plain names"),
                Arguments.of(mounted(new ReadOnlyMount(null, "x")), "absolute sources"),
                Arguments.of(mounted(new ReadOnlyMount("data", "x")), "absolute sources"),
                Arguments.of(mounted(new ReadOnlyMount("/da\0ta", "x")), "absolute sources"),
                Arguments.of(
                        mounted(new ReadOnlyMount("/data", "x"), new ReadOnlyMount("/more", "x")), "different names"));
    }

    @ParameterizedTest
    @MethodSource("wrongJobs")
    void refusesWithTheMemberAtFault(JobSpec job, String words) {
        refused(job, words);
    }

    private static void refused(JobSpec job, String words) {
        assertThatThrownBy(() -> JobRules.check(job))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(RuntimeFailure.Reason.REFUSED))
                .hasMessageContaining(words);
    }

    private static JobSpec job(String id, List<String> command, Map<String, String> environment, JobLimits limits) {
        return new JobSpec(id, command, environment, RESOURCES, limits, null, List.of());
    }

    private static JobSpec limited(Duration cpuTime, long memory, long file, Duration wallTime) {
        return job("a", TRUE, Map.of(), new JobLimits(cpuTime, memory, file, wallTime));
    }

    private static JobSpec mounted(ReadOnlyMount... mounts) {
        return new JobSpec("a", TRUE, Map.of(), RESOURCES, LIMITS, null, List.of(mounts));
    }
}
