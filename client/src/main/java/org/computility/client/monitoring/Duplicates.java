package org.computility.client.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** Centers that two report and that may be one (TC609 5.1; {@code docs/monitoring.md}); for administrators. */
public final class Duplicates {

    private static final String PATH = "/platform/v1/monitoring/duplicates";

    private final Calls calls;

    public Duplicates(Calls calls) {
        this.calls = calls;
    }

    /**
     * What the verdict rests on; {@code FULL}, {@code PARTLY}, {@code UNKNOWN} or {@code NONE} for each part.
     *
     * @param score in bits, positive where it speaks for one center
     * @param name 0 to 1
     */
    public record Evidence(
            BigDecimal score, BigDecimal name, String parts, int metres, String city, String type, String date) {}

    /** One of the two, and who reports it. */
    public record Party(
            int centerId,
            UUID organisationId,
            String name,
            String province,
            String city,
            BigDecimal longitude,
            BigDecimal latitude,
            int type,
            LocalDate productionDate) {}

    /**
     * Two centers that may be one.
     *
     * @param state {@code OPEN}, {@code ASIDE}, {@code MERGED} or {@code DIFFERENT}
     * @param verdict {@code SAME} or {@code DOUBTFUL}
     * @param stays null where they are not merged
     * @param decidedBy null where nothing was decided
     */
    public record Pair(
            int id,
            String state,
            String verdict,
            Evidence evidence,
            Party first,
            Party second,
            Instant foundAt,
            Integer stays,
            String decidedBy,
            Instant decidedAt,
            String reason,
            Long knownOn) {}

    /** A page of them. */
    public record Pairs(List<Pair> items, int page, int pageSize, long total) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Settlement(String decision, Integer stays, String reason) {}

    /** A page, from 1, the likeliest first; null asks for nothing. */
    public Pairs list(String state, String verdict, Integer centerId, int page, int pageSize) {
        Map<String, Object> query = new LinkedHashMap<>();
        if (state != null) {
            query.put("state", state);
        }
        if (verdict != null) {
            query.put("verdict", verdict);
        }
        if (centerId != null) {
            query.put("centerId", centerId);
        }
        query.put("page", page);
        query.put("pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", PATH, query, null, Pairs.class);
    }

    /** The pair of that id. */
    public Pair get(int id) {
        return calls.call(Kind.OWN, "GET", PATH + "/" + id, Map.of(), null, Pair.class);
    }

    /** They are one; that one stays, and its reports come first. The reason may be null. */
    public Pair merge(int id, int stays, String reason) {
        return settle(id, new Settlement("MERGE", stays, reason));
    }

    /** They are two. The reason may be null. */
    public Pair different(int id, String reason) {
        return settle(id, new Settlement("DIFFERENT", null, reason));
    }

    /** Takes back what was decided. */
    public Pair undo(int id) {
        return calls.call(Kind.OWN, "DELETE", settlement(id), Map.of(), null, Pair.class);
    }

    private Pair settle(int id, Settlement settlement) {
        return calls.call(Kind.OWN, "POST", settlement(id), Map.of(), settlement, Pair.class);
    }

    private static String settlement(int id) {
        return PATH + "/" + id + "/settlement";
    }
}
