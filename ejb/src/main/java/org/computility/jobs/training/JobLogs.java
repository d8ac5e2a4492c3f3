package org.computility.jobs.training;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.computility.centers.CenterRuntimes;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobsConfig;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobDirectory;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Unavailable;
import org.computility.shared.UuidText;
import org.computility.shared.links.LinkKind;
import org.computility.shared.links.SignedLinks;

/** What tasks have printed: by a link that needs no token (T/AI 123.8 A.11), or as it grows. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobLogs {

    private static final LinkKind LINK = new LinkKind("job-logs", "ask for the log's link again");
    private static final String PATH = "/platform/v1/job-logs/";

    /** A character of UTF-8 has at most so many bytes. */
    private static final int LONGEST_CHARACTER = 4;

    @EJB
    JobRegister register;

    @EJB
    JobDirectory directory;

    @EJB
    CenterRuntimes runtimes;

    @Inject
    SignedLinks links;

    JobsConfig config;

    @PostConstruct
    void configure() {
        config = JobsConfig.current();
    }

    /** A link to a task's log that is good for a while. */
    public LogLinkView link(String id, String taskId, String contentType) {
        LogUse use = LogUse.of(contentType);
        TaskFacts task = register.task(id, taskId, JobKind.TRAINING);
        String path = PATH + task.taskId() + "/" + use.word();
        return new LogLinkView(links.link(LINK, path, subject(task.taskId().toString(), use), config.logLinkValidity())
                .toString());
    }

    /**
     * The log that a link opens.
     *
     * @throws org.computility.shared.Denied {@code link-invalid}, {@code link-expired}
     * @throws NotFound {@code job-task-unknown} where the job is deleted
     * @throws Unavailable {@code adapter-failed}
     */
    public JobLog linked(String taskId, LogUse use, String expires, String signature) {
        links.check(LINK, subject(taskId, use), expires, signature);
        TaskFacts task = UuidText.read(taskId)
                .flatMap(directory::task)
                .filter(found -> directory.job(found.jobId()).isPresent())
                .orElseThrow(() ->
                        new NotFound("job-task-unknown", new Member("taskId"), "{member} names no task any more."));
        return new JobLog(task.centerId(), task.runtimeId(), use, read(task, 0));
    }

    /** A part of a task's log, from that byte on; for any kind of job. */
    public LogPartView part(String id, String taskId, long offset) {
        TaskFacts task = register.task(id, taskId, null);
        byte[] bytes = read(task, offset);
        int whole = wholeCharacters(bytes);
        boolean ended = task.status().isEnded() && bytes.length < JobConnection.LOG_CHUNK;
        int shown = ended ? bytes.length : whole;
        return new LogPartView(offset, offset + shown, new String(bytes, 0, shown, StandardCharsets.UTF_8), ended);
    }

    /** Writes the whole log as it is now. */
    public void copy(JobLog log, OutputStream out) throws IOException {
        byte[] some = log.beginning();
        long offset = 0;
        while (some.length > 0) {
            out.write(some);
            offset += some.length;
            some = some.length < JobConnection.LOG_CHUNK ? new byte[0] : next(log, offset);
        }
    }

    private byte[] next(JobLog log, long offset) throws IOException {
        try (JobConnection center = runtimes.open(log.centerId())) {
            return center.log(log.runtimeId(), offset, JobConnection.LOG_CHUNK);
        } catch (RuntimeFailure e) {
            throw new IOException("The log of " + log.runtimeId() + " breaks off.", e);
        }
    }

    private byte[] read(TaskFacts task, long offset) {
        if (!task.hasBegun()) {
            return new byte[0];
        }
        try (JobConnection center = runtimes.open(task.centerId())) {
            return center.log(task.runtimeId(), offset, JobConnection.LOG_CHUNK);
        } catch (RuntimeFailure e) {
            throw new Unavailable("adapter-failed", "The center does not give the log: " + e.getMessage());
        }
    }

    private static String subject(String taskId, LogUse use) {
        return "job-log/" + taskId + "/" + use.word();
    }

    /** How many of these bytes are whole characters, where the last may be cut. */
    static int wholeCharacters(byte[] bytes) {
        int start = bytes.length - 1;
        while (start >= 0 && bytes.length - start <= LONGEST_CHARACTER && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        if (start < 0 || bytes.length - start > LONGEST_CHARACTER) {
            return bytes.length;
        }
        return bytes.length - start < lengthOf(bytes[start]) ? start : bytes.length;
    }

    private static int lengthOf(byte first) {
        int bits = first & 0xFF;
        if (bits >= 0xF0) {
            return LONGEST_CHARACTER;
        }
        if (bits >= 0xE0) {
            return 3;
        }
        return bits >= 0xC0 ? 2 : 1;
    }
}
