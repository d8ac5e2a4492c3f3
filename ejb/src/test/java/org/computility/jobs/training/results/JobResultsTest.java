package org.computility.jobs.training.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.CenterRuntimes;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.AttemptState;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.junit.jupiter.api.Test;

public class JobResultsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final UUID JOB = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    @Test
    void onlyTheNewestAttemptOfATaskMustHaveEnded() {
        JobResults moved = results(attempt(1, AttemptState.RUNNING), attempt(2, AttemptState.COMPLETED));
        JobResults runs = results(attempt(1, AttemptState.LOST), attempt(2, AttemptState.RUNNING));

        assertThatThrownBy(() -> moved.of(JOB.toString())).as("left no file").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.of(JOB.toString())).isInstanceOf(Conflict.class);
    }

    @Test
    void whatWasToldToEndLeavesItsResultsWhenItHas() {
        JobResults ending = results(attempt(1, AttemptState.LOST), attempt(2, AttemptState.RUNNING));

        assertThatThrownBy(() -> ending.of(JOB.toString())).isInstanceOfSatisfying(Conflict.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("job-ending");
            assertThat(refusal.getMessage())
                    .contains("is SUCCEEDED, and 1 of its programs were told to end")
                    .contains("center east has not answered since 2026-11-29T08:00:00Z");
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    @Test
    void whatLayAtACenterThatWasRemovedIsNamed() throws IOException {
        UUID other = UUID.randomUUID();
        JobResults results = results(
                List.of(task(TASK, 0, 1), task(other, 1, 1)),
                attempt(TASK, 1, "east", AttemptState.COMPLETED, NOW),
                attempt(other, 1, "gone", AttemptState.COMPLETED, NOW));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        results.write(results.of(JOB.toString()), out);

        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .containsExactly(
                        Map.entry("0/kept.bin", "weights"),
                        Map.entry("OMITTED.txt", "Task 1 ran at center gone, which is registered no more.\n"));
        JobResults lost = results(List.of(task(TASK, 0, 1)), attempt(TASK, 1, "gone", AttemptState.COMPLETED, NOW));
        assertThatThrownBy(() -> lost.of(JOB.toString()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("center gone");
    }

    private static JobResults results(AttemptFacts... attempts) {
        return results(List.of(task(TASK, 0, 2)), attempts);
    }

    private static JobResults results(List<TaskFacts> tasks, AttemptFacts... attempts) {
        JobResults results = new JobResults();
        results.centers = new CenterDirectory() {
            @Override
            public Optional<CenterFacts> center(String id) {
                return Optional.of(id)
                        .filter("east"::equals)
                        .map(known -> new CenterFacts(id, id, null, true, null, NOW, null));
            }
        };
        results.runtimes = new CenterRuntimes() {
            @Override
            public JobConnection open(String centerId) {
                return keeping("kept.bin", "weights");
            }
        };
        results.register = new JobRegister() {
            @Override
            public JobStory story(String id, JobKind kind) {
                return new JobStory(job(), tasks, List.of(attempts));
            }
        };
        return results;
    }

    /** A center that has this one file of each attempt. */
    private static JobConnection keeping(String name, String text) {
        return (JobConnection) Proxy.newProxyInstance(
                JobConnection.class.getClassLoader(), new Class<?>[] {JobConnection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("results") && args.length == 1) {
                        return List.of(new ResultFile(name, text.length()));
                    }
                    if (method.getName().equals("results")) {
                        ((ResultTaker) args[2]).next(name).write(text.getBytes(StandardCharsets.UTF_8));
                    }
                    return null;
                });
    }

    private static TaskFacts task(UUID id, int number, int attempt) {
        return new TaskFacts(
                id, JOB, number, JobStatus.SUCCEEDED, attempt, "west", "West", 0, null, null, false, NOW, NOW);
    }

    private static AttemptFacts attempt(int number, AttemptState state) {
        return attempt(TASK, number, "east", state, null);
    }

    private static AttemptFacts attempt(UUID task, int number, String center, AttemptState state, Instant startedAt) {
        return new AttemptFacts(
                task + "-" + number,
                task,
                JOB,
                number,
                center,
                state,
                true,
                null,
                null,
                null,
                NOW,
                NOW,
                startedAt,
                null,
                NOW,
                NOW);
    }

    private static JobFacts job() {
        return new JobFacts(
                JOB.toString(),
                JobKind.TRAINING,
                "job",
                "",
                UUID.randomUUID(),
                UUID.randomUUID(),
                JobStatus.SUCCEEDED,
                null,
                null,
                1,
                List.of(),
                null,
                null,
                null,
                "true",
                List.of(),
                1,
                5,
                null,
                NOW,
                NOW,
                NOW,
                null,
                null);
    }
}
