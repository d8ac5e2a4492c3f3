package org.computility.client.network;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** Online service jobs (T/AI 123.8 A.15; {@code docs/online-jobs.md}). */
public final class OnlineJobs {

    private static final String JOBS = "/platform/v1/jobs/";

    private final Calls calls;

    public OnlineJobs(Calls calls) {
        this.calls = calls;
    }

    /** Table A.57; {@code jobDesc} may be null. */
    public record NewOnlineJob(String jobName, String jobDesc, Config config) {}

    /**
     * Table A.58, and members of the platform's own behind {@code command}; only {@code specId} is not null.
     *
     * @param nodeCount replicas
     * @param port at which the service listens
     * @param healthPath a replica serves while it answers there
     */
    public record Config(
            List<String> centerId,
            String specId,
            Integer nodeCount,
            String imageId,
            String imageUrl,
            String command,
            List<String> datasets,
            Integer priority,
            BigDecimal budget,
            Integer port,
            String healthPath) {

        /** At any center, listening at the port that its environment names. */
        public static Config of(String specId, int replicas, String imageId, String command) {
            return new Config(null, specId, replicas, imageId, null, command, null, null, null, null, null);
        }
    }

    /** Table A.60; {@code createTime} is {@code yyyy-MM-dd HH:mm:ss} in the platform's zone, the service is called at {@code url}. */
    public record Metadata(String id, String name, String desc, String createTime, String url) {}

    /** Table A.59. */
    public record OnlineJob(Metadata metadata, String status) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Replicas(int replicas) {}

    /** How often somebody called, and when last. */
    public record User(UUID userId, long calls, Instant lastAt) {}

    /** The calls of a service, the most frequent callers first. */
    public record Called(String jobId, long calls, List<User> users) {}

    /** A.15: its replicas wait to be placed. */
    public OnlineJob create(NewOnlineJob wanted) {
        return calls.call(Kind.STANDARD, "POST", "/onlineJob", Map.of(), wanted, OnlineJob.class);
    }

    /** It shall have so many replicas. */
    public Jobs.State scale(String id, int replicas) {
        return calls.call(Kind.OWN, "PUT", at(id, "/replicas"), Map.of(), new Replicas(replicas), Jobs.State.class);
    }

    /** Who called it how often; the last seconds may be missing. */
    public Called calls(String id) {
        return calls.call(Kind.OWN, "GET", at(id, "/calls"), Map.of(), null, Called.class);
    }

    private String at(String id, String part) {
        return JOBS + calls.segment(id) + part;
    }
}
