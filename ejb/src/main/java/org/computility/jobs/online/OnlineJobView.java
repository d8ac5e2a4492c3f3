package org.computility.jobs.online;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobStatus;
import org.computility.shared.StandardTime;

/** An online service job (T/AI 123.8 table A.59). */
public record OnlineJobView(Metadata metadata, JobStatus status) {

    /**
     * Table A.60.
     *
     * @param desc empty: none
     * @param url where the service is called, with the caller's token
     */
    public record Metadata(
            String id,
            String name,
            String desc,
            @JsonbTypeAdapter(StandardTime.Seconds.class) Instant createTime,
            String url) {}

    static OnlineJobView of(JobFacts job, String url) {
        return new OnlineJobView(
                new Metadata(job.id(), job.name(), job.description(), job.createdAt(), url), job.status());
    }
}
