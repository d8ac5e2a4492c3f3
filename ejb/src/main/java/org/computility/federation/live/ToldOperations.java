package org.computility.federation.live;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.federation.lower.KnownLower;
import org.computility.reporting.live.Capacity;
import org.computility.reporting.live.Load;
import org.computility.reporting.live.OperationsElsewhere;
import org.computility.reporting.live.Scale;
import org.computility.reporting.live.SourceData;
import org.computility.reporting.sources.Source;
import org.computility.reporting.sources.SourceKind;

/** Reads table B.1-3 of another platform. Whatever it does not tell, or tells in words of its own, is unknown. */
final class ToldOperations {

    /** Of one center. */
    private static final int MOST_SOURCES = 1_000;

    /** Ten years; whoever tells more tells nonsense. */
    private static final long LONGEST_AGE = 315_360_000;

    private ToldOperations() {}

    static OperationsElsewhere of(KnownLower lower, LowerAnswer answer) {
        JsonObject data = answer.data() == null ? JsonValue.EMPTY_JSON_OBJECT : answer.data();
        SourceData platform = new SourceData(
                new Source(SourceKind.PLATFORM, lower.code()),
                lower.name(),
                answer.answered(),
                since(data, answer.at()),
                answer.silence(),
                load(data),
                scale(data));
        return new OperationsElsewhere(
                platform, data.getBoolean("partial", false), sources(data, answer.at(), answer.silence()));
    }

    private static List<SourceData> sources(JsonObject data, Instant at, String silence) {
        return data.get("sources") instanceof JsonArray rows
                ? rows.stream()
                        .limit(MOST_SOURCES)
                        .filter(JsonObject.class::isInstance)
                        .flatMap(row -> source(row.asJsonObject(), at, silence).stream())
                        .toList()
                : List.of();
    }

    /** Who tells of it through a platform that does not answer does not answer either. */
    private static Optional<SourceData> source(JsonObject row, Instant at, String silence) {
        return kind(row)
                .map(kind -> new SourceData(
                        new Source(kind, row.getString("id", "")),
                        row.getString("name", null),
                        silence == null && row.getBoolean("answered", false),
                        row.get("age") instanceof JsonNumber ? since(row, at) : null,
                        silence == null ? row.getString("reason", null) : silence,
                        load(row),
                        scale(row)));
    }

    private static Optional<SourceKind> kind(JsonObject row) {
        return Stream.of(SourceKind.values())
                .filter(kind -> kind.name().equals(row.getString("kind", "")))
                .findFirst();
    }

    /** Clocks and zones may differ: its age counts, and when it answered. */
    private static Instant since(JsonObject told, Instant at) {
        return told.get("age") instanceof JsonNumber age && at != null
                ? at.minusSeconds(Math.min(LONGEST_AGE, Math.max(0, age.longValue())))
                : at;
    }

    private static Load load(JsonObject told) {
        JsonObject load = group(told, "load");
        return new Load(
                number(load, "computingUtilization"),
                number(load, "memoryUtilization"),
                number(load, "acceleratorUtilization"),
                whole(load, "jobsRunning"),
                whole(load, "jobsWaiting"));
    }

    private static Scale scale(JsonObject told) {
        JsonObject scale = group(told, "scale");
        return new Scale(capacity(group(scale, "total")), capacity(group(scale, "schedulable")));
    }

    private static Capacity capacity(JsonObject told) {
        return new Capacity(
                number(told, "nodes"),
                number(told, "cores"),
                number(told, "memory"),
                number(told, "accelerators"),
                number(told, "computingPower"));
    }

    private static JsonObject group(JsonObject told, String name) {
        return told.get(name) instanceof JsonObject group ? group : JsonValue.EMPTY_JSON_OBJECT;
    }

    static BigDecimal number(JsonObject told, String name) {
        return told.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
    }

    private static Long whole(JsonObject told, String name) {
        return told.get(name) instanceof JsonNumber number ? (Long) number.longValue() : null;
    }
}
