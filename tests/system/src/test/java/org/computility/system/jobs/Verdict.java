package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.system.Visitor;

/** Whether a job ended as its program did, ran once, and costs what it ran: by what its centers' folders hold. */
final class Verdict {

    /** A cluster may tell of a begin, or an end, before the job's supervisor notes it. */
    private static final int LAG_SECONDS = 10;

    private final Visitor user;
    private final List<Path> centers;

    /** @param centers the folders in which the centers keep their jobs */
    Verdict(Visitor user, List<Path> centers) {
        this.user = user;
        this.centers = centers;
    }

    /** What the job was charged. */
    BigDecimal on(Crowd.Member member) {
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> tasks(story(member)).stream()
                        .flatMap(task -> attempts(task).stream())
                        .allMatch(attempt -> attempt.containsKey("endedAt")));
        JsonObject job = story(member);
        Fate fate = member.fate();
        assertThat(job.getString("status")).as("%s", job).isEqualTo(fate.status());
        if (fate.reason() != null) {
            assertThat(job.getString("reason")).as("%s", job).isEqualTo(fate.reason());
        }
        List<JsonObject> begun = tasks(job).stream()
                .map(task -> ranOnce(task, fate, tasks(job).size() == 1))
                .flatMap(Optional::stream)
                .toList();
        if (fate != Fate.IS_STOPPED) {
            assertThat(begun)
                    .as("%s", job)
                    .anySatisfy(
                            attempt -> assertThat(attempt.getString("state")).isEqualTo(fate.attempt()));
        }
        begun.forEach(this::isTimed);
        return TrainingGround.awaitCharged(user, member.id())
                .getJsonNumber("charged")
                .bigDecimalValue();
    }

    /** The one attempt that began, if any did. Whoever is ended from outside may not have come to its first line. */
    private Optional<JsonObject> ranOnce(JsonObject task, Fate fate, boolean isAlone) {
        List<JsonObject> begun = attempts(task).stream()
                .filter(attempt -> attempt.containsKey("startedAt"))
                .toList();
        List<String> notes = notes(task.getString("id"));
        boolean ranToItsEnd = fate == Fate.SUCCEEDS || isAlone && fate == Fate.FAILS;
        assertThat(begun).as("%s", task).hasSizeLessThanOrEqualTo(1);
        if (ranToItsEnd || isAlone && fate == Fate.LASTS_TOO_LONG) {
            assertThat(begun).as("%s", task).hasSize(1);
        }
        int lines = ranToItsEnd
                ? fate.notes().size()
                : Math.min(notes.size(), fate.notes().size());
        assertThat(notes).as("%s", task).isEqualTo(fate.notes().subList(0, lines));
        assertThat(notes.isEmpty() || !begun.isEmpty())
                .as("%s, %s", task, notes)
                .isTrue();
        return begun.stream().findFirst();
    }

    /** The platform's times are those that the center's supervisor left. */
    private void isTimed(JsonObject attempt) {
        Path folder = folders(attempt.getString("runtimeId")).get(0);
        for (String moment : List.of("started", "ended")) {
            try {
                Instant left = Files.getLastModifiedTime(folder.resolve(moment)).toInstant();
                assertThat(Instant.parse(attempt.getString(moment + "At")))
                        .as("%s of %s", moment, attempt)
                        .isCloseTo(left, within(LAG_SECONDS, ChronoUnit.SECONDS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the program has noted, wherever it ran, be it known to the platform or not. */
    private List<String> notes(String taskId) {
        return folders(taskId).stream()
                .map(folder -> folder.resolve("work").resolve("runs"))
                .filter(Files::exists)
                .flatMap(Verdict::lines)
                .toList();
    }

    private List<Path> folders(String beginning) {
        return centers.stream()
                .flatMap(Verdict::entries)
                .filter(folder -> folder.getFileName().toString().startsWith(beginning))
                .toList();
    }

    private static Stream<Path> entries(Path center) {
        try (Stream<Path> all = Files.list(center)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject story(Crowd.Member member) {
        return user.get("platform/v1/jobs/" + member.id()).expect(200).json();
    }

    private static List<JsonObject> tasks(JsonObject job) {
        return job.getJsonArray("tasks").getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> attempts(JsonObject task) {
        return task.getJsonArray("attempts").getValuesAs(JsonObject.class);
    }
}
