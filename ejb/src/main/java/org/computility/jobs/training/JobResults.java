package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @EJB
    JobRegister register;

    @EJB
    CenterRuntimes runtimes;

    /**
     * The results of a job that has ended. Those of several tasks lie in folders named by the tasks' numbers.
     *
     * @throws NotFound {@code job-unknown}; {@code job-result-missing} where it left nothing
     * @throws Conflict {@code job-not-ended}
     * @throws org.computility.shared.Unavailable {@code adapter-failed}
     */
    public ResultArchive of(String id) {
        JobStory story = register.story(id, JobKind.TRAINING);
        // Of a task that has moved, the old center may never answer again.
        boolean ended = story.job().status().isEnded()
                && story.tasks().stream()
                        .flatMap(task -> newest(story, task))
                        .allMatch(attempt -> attempt.state().isFinal());
        if (!ended) {
            throw new Conflict("job-not-ended", ID, "The job of {member} has not ended: its results come at its end.");
        }
        List<ResultArchive.Entry> entries = new ArrayList<>();
        for (TaskFacts task : story.tasks()) {
            newest(story, task)
                    .filter(attempt -> attempt.startedAt() != null)
                    .forEach(attempt ->
                            entries.addAll(list(attempt, story.tasks().size() > 1 ? task.number() + "/" : "")));
        }
        if (entries.isEmpty()) {
            throw new NotFound("job-result-missing", ID, "The job of {member} left no file.");
        }
        return new ResultArchive(story.job().name() + ".zip", entries);
    }

    private static Stream<AttemptFacts> newest(JobStory story, TaskFacts task) {
        return story.attempts().stream()
                .filter(attempt -> attempt.taskId().equals(task.taskId()))
                .filter(attempt -> attempt.number() == task.attempt());
    }

    /** Writes the archive; the stream stays open. */
    public void write(ResultArchive archive, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (ResultArchive.Entry entry : archive.entries()) {
            zip.putNextEntry(new ZipEntry(entry.path()));
            copy(entry, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void copy(ResultArchive.Entry entry, OutputStream zip) throws IOException {
        try (JobConnection center = runtimes.open(entry.centerId())) {
            center.result(entry.runtimeId(), entry.file(), Long.MAX_VALUE, new Whole(zip));
        } catch (RuntimeFailure e) {
            throw new IOException("The result " + entry.path() + " breaks off.", e);
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
