package org.computility.jobs.training.results;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterRuntimes;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ResultFile;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.CenterWords;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** What ended jobs left, as an archive that is made while it is sent (T/AI 123.8 A.14). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobResults {

    private static final Member ID = new Member("id");

    /** Centers are asked as often. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** A connection is kept for no more files than these: whoever fetches slowly leaves it to others in between. */
    private static final int TOGETHER = 200;

    private static final int BUFFER = 1 << 16;

    @EJB
    JobRegister register;

    @EJB
    CenterRuntimes runtimes;

    @EJB
    CenterDirectory centers;

    /**
     * The results of a job that has ended. Those of several tasks lie in folders named by the tasks' numbers.
     *
     * @throws NotFound {@code job-unknown}; {@code job-result-missing} where it left nothing
     * @throws Conflict {@code job-not-ended}; {@code job-ending} where it has ended, and its programs have not yet
     * @throws org.computility.shared.Unavailable {@code adapter-failed}
     */
    public ResultArchive of(String id) {
        JobStory story = register.story(id, JobKind.TRAINING);
        if (!story.job().status().isEnded()) {
            throw new Conflict("job-not-ended", ID, "The job of {member} has not ended: its results come at its end.");
        }
        checkEnded(story);
        List<ResultArchive.Entry> entries = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (TaskFacts task : story.tasks()) {
            newest(story, task).filter(attempt -> attempt.startedAt() != null).forEach(attempt -> {
                if (centers.center(attempt.centerId()).isPresent()) {
                    entries.addAll(list(attempt, story.tasks().size() > 1 ? task.number() + "/" : ""));
                } else {
                    omitted.add("Task " + task.number() + " ran at center " + attempt.centerId()
                            + ", which is registered no more.");
                }
            });
        }
        if (entries.isEmpty()) {
            throw new NotFound(
                    "job-result-missing",
                    ID,
                    omitted.isEmpty()
                            ? "The job of {member} left no file."
                            : "The results of the job of {member} cannot be fetched: " + omitted.get(0));
        }
        return new ResultArchive(story.job().name() + ".zip", entries, omitted);
    }

    // Of a task that has moved, the old center may never answer again.
    private static void checkEnded(JobStory story) {
        List<AttemptFacts> live = story.tasks().stream()
                .flatMap(task -> newest(story, task))
                .filter(attempt -> !attempt.state().isFinal())
                .toList();
        if (live.isEmpty()) {
            return;
        }
        String until = live.stream()
                .filter(attempt -> attempt.silentSince() != null)
                .findFirst()
                .map(attempt -> "center " + attempt.centerId() + " has not answered since "
                        + attempt.silentSince().truncatedTo(ChronoUnit.SECONDS) + "; when it does, its results come")
                .orElse("its results come when all have, and a moment more");
        throw new Conflict(
                "job-ending",
                ID,
                "The job of {member} is " + story.job().status() + ", and " + live.size()
                        + " of its programs were told to end and have still some seconds to do so: " + until
                        + ". Ask again.",
                AGAIN);
    }

    private static Stream<AttemptFacts> newest(JobStory story, TaskFacts task) {
        return story.attempts().stream()
                .filter(attempt -> attempt.taskId().equals(task.taskId()))
                .filter(attempt -> attempt.number() == task.attempt());
    }

    /** Writes the archive; the stream stays open. */
    public void write(ResultArchive archive, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
        Queue<ResultArchive.Entry> left = new ArrayDeque<>(archive.entries());
        while (!left.isEmpty()) {
            List<ResultArchive.Entry> together = new ArrayList<>(List.of(left.remove()));
            while (!left.isEmpty()
                    && together.size() < TOGETHER
                    && left.element().runtimeId().equals(together.get(0).runtimeId())) {
                together.add(left.remove());
            }
            copy(together, zip);
        }
        if (!archive.omitted().isEmpty()) {
            // Files of several tasks lie in folders: nothing else has this name.
            zip.putNextEntry(new ZipEntry("OMITTED.txt"));
            zip.write((String.join("\n", archive.omitted()) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    // All of one attempt.
    private void copy(List<ResultArchive.Entry> together, ZipOutputStream zip) throws IOException {
        ResultArchive.Entry first = together.get(0);
        Iterator<ResultArchive.Entry> next = together.iterator();
        Whole file = new Whole(zip);
        try (JobConnection center = runtimes.open(first.centerId())) {
            List<String> names =
                    together.stream().map(ResultArchive.Entry::file).toList();
            center.results(first.runtimeId(), names, name -> {
                zip.putNextEntry(new ZipEntry(next.next().path()));
                return file;
            });
            zip.closeEntry();
        } catch (RuntimeFailure e) {
            throw new IOException("The results of " + first.runtimeId() + " break off.", e);
        }
    }

    private List<ResultArchive.Entry> list(AttemptFacts attempt, String folder) {
        try (JobConnection center = runtimes.open(attempt.centerId())) {
            List<ResultArchive.Entry> entries = new ArrayList<>();
            for (ResultFile file : center.results(attempt.runtimeId())) {
                entries.add(new ResultArchive.Entry(
                        attempt.centerId(), attempt.runtimeId(), file.name(), folder + file.name(), file.bytes()));
            }
            return entries;
        } catch (RuntimeFailure e) {
            throw CenterWords.unavailable("results of " + attempt.runtimeId(), e);
        }
    }

    /** Hands arrays on in one piece, and is not closed by who writes one file. */
    private static final class Whole extends FilterOutputStream {

        Whole(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
