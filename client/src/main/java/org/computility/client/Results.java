package org.computility.client;

import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** What the algorithms found ({@code docs/results.md}). */
public final class Results {

    private static final String PATH = "/platform/v1/results";

    private final Transport transport;

    Results(Transport transport) {
        this.transport = transport;
    }

    /** One finding; {@code mediaTime} in seconds. A follower's names the result whose crop it looked at. */
    public record Result(
            UUID id,
            UUID taskInstanceId,
            String computeCode,
            String algoDefCode,
            String deviceId,
            String eventId,
            long sequence,
            Instant time,
            Double mediaTime,
            JsonObject data,
            UUID parentResult) {}

    /** Which findings; null members do not narrow the list. {@code from} is inclusive, {@code to} not; pages from 1. */
    public record Search(
            Long planId,
            UUID instanceId,
            String algoDefCode,
            String deviceId,
            Instant from,
            Instant to,
            int page,
            int pageSize) {

        /** The findings of one plan. */
        public static Search ofPlan(long planId, int page, int pageSize) {
            return new Search(planId, null, null, null, null, null, page, pageSize);
        }
    }

    /** Findings by page. */
    public Page<Result> search(Search search) {
        Map<String, Object> query = new LinkedHashMap<>();
        put(query, "planId", search.planId());
        put(query, "instanceId", search.instanceId());
        put(query, "algoDefCode", search.algoDefCode());
        put(query, "deviceId", search.deviceId());
        put(query, "from", search.from());
        put(query, "to", search.to());
        put(query, "page", search.page());
        put(query, "pageSize", search.pageSize());
        return transport.call(Family.PLATFORM, "GET", PATH, query, null, Types.pageOf(Result.class));
    }

    /** One finding, without the bytes of its image. */
    public Result get(UUID id) {
        return transport.call(Family.PLATFORM, "GET", PATH + "/" + id, null, Result.class);
    }

    /** Writes the image of a finding, a JPEG; the stream stays open. */
    public void image(UUID id, OutputStream to) {
        transport.fetch(Family.PLATFORM, PATH + "/" + id + "/image", to);
    }

    /** What followers found in the crop of that result. */
    public Page<Result> following(UUID parentResult, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        put(query, "parentResult", parentResult);
        put(query, "page", page);
        put(query, "pageSize", pageSize);
        return transport.call(Family.PLATFORM, "GET", PATH, query, null, Types.pageOf(Result.class));
    }

    private static void put(Map<String, Object> query, String name, Object value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
