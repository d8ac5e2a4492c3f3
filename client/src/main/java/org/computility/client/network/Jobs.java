package org.computility.client.network;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.client.network.Calls.Kind;

/** Jobs of every kind, with all that happened to them ({@code docs/jobs.md}). */
public final class Jobs {

    private static final String JOBS = "/platform/v1/jobs";

    private final Calls calls;

    public Jobs(Calls calls) {
        this.calls = calls;
    }

    /** Which jobs; null: any. @param keyword occurs in the name or the description */
    public record Search(String keyword, String status, String centerId) {

        /** All that the caller sees. */
        public static final Search ALL = new Search(null, null, null);
    }

    /** A page of jobs: their tasks with each attempt, and their reasons. */
    public record Found(List<JsonObject> items, int page, int pageSize, long total) {}

    /** How a job is; {@code endedAt} is null until it has ended, {@code nodeCount} are its tasks or replicas. */
    public record State(String id, String status, int nodeCount, Instant endedAt) {}

    /** What a node lacks, or one step of a change; null: it is not about that. */
    public record Amount(
            String kind,
            String centerId,
            String node,
            Long seconds,
            Integer nodes,
            Long cores,
            Long memoryBytes,
            Long accelerators) {}

    /** What keeps the job from a center, {@code NONE}: nothing; {@code jobs} are those in its way. */
    public record AtCenter(
            String centerId,
            String constraint,
            Integer tasks,
            Integer nodesWithRoom,
            List<Amount> shortages,
            List<String> jobs,
            Instant until) {}

    /** Steps that admit the job at once, all of them together. */
    public record Change(List<Amount> steps) {}

    /** Where a task is, and why there. */
    public record Chosen(String taskId, int attempt, String centerId, JsonObject why) {}

    /** How many of the last 100 forecasts came true. */
    public record HitRate(int made, int kept) {}

    /**
     * Why a job waits, or where it is.
     *
     * @param startsNext null where it does not wait
     * @param estimatedStart null where nobody can tell
     * @param forecast when it was first said to start; null where it was placed at once
     * @param changes the smallest first
     */
    public record Placement(
            String jobId,
            String status,
            Boolean startsNext,
            Instant estimatedStart,
            Instant forecast,
            List<AtCenter> centers,
            List<Change> changes,
            List<Chosen> chosen,
            HitRate hitRate) {}

    /** Jobs, the newest first, by page from 1. */
    public Found search(Search search, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        put(query, "keyword", search.keyword());
        put(query, "status", search.status());
        put(query, "centerId", search.centerId());
        query.put("page", page);
        query.put("pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", JOBS, query, null, Found.class);
    }

    /** Stops a job of any kind. */
    public State stop(String id) {
        return calls.call(Kind.OWN, "POST", at(id) + "/stop", Map.of(), null, State.class);
    }

    /** Deletes a job of any kind that has ended, with its logs and results. */
    public void delete(String id) {
        calls.tell("DELETE", at(id));
    }

    public Placement placement(String id) {
        return calls.call(Kind.OWN, "GET", at(id) + "/placement", Map.of(), null, Placement.class);
    }

    private String at(String id) {
        return JOBS + "/" + calls.segment(id);
    }

    private static void put(Map<String, Object> query, String name, Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
