package org.computility.connector.jobs.protocol.slurm;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From Slurm's JSON, whichever version speaks: a number may be {@code {"set":true,"infinite":false,"number":3}}, a state an array.
 */
final class Decoding {

    private static final int SIGNALLED = 128;
    private static final int CORE_DUMPED = 0x80;

    private Decoding() {}

    static List<SlurmJob> jobs(JsonObject answer) {
        return objects(answer, "jobs").map(Decoding::job).toList();
    }

    static List<SlurmNode> nodes(JsonObject answer) {
        return objects(answer, "nodes").map(Decoding::node).toList();
    }

    /** The one that is marked, or the only one. */
    static Optional<String> defaultPartition(JsonObject answer) {
        List<JsonObject> all = objects(answer, "partitions").toList();
        return all.stream()
                .filter(partition ->
                        all.size() == 1 || words(partition.get("flags")).contains("DEFAULT"))
                .map(partition -> text(partition, "name"))
                .findFirst();
    }

    private static SlurmJob job(JsonObject json) {
        return new SlurmJob(
                number(json.get("job_id")).orElseThrow(() -> new IllegalArgumentException("a job without job_id")),
                text(json, "name"),
                text(json, "user_name"),
                words(json.get("job_state")),
                exitStatus(json.get("exit_code")),
                instant(json.get("start_time")),
                instant(json.get("end_time")));
    }

    private static SlurmNode node(JsonObject json) {
        Set<String> states = Stream.of("state", "state_flags")
                .flatMap(member -> words(json.get(member)).stream())
                .collect(Collectors.toSet());
        return new SlurmNode(
                text(json, "name"),
                states,
                list(json.get("partitions")),
                text(json, "architecture"),
                (int) number(json.get("cpus")).orElse(0),
                (int) number(json.get("alloc_cpus")).orElse(0),
                number(json.get("real_memory")).orElse(0),
                number(json.get("alloc_memory")).orElse(0),
                text(json, "gres"),
                text(json, "gres_used"));
    }

    static Stream<JsonObject> objects(JsonObject answer, String member) {
        return answer.get(member) instanceof JsonArray array
                ? array.stream().map(JsonValue::asJsonObject)
                : Stream.empty();
    }

    /** Upper case; several in an array, or one text with commas or plus signs between them. */
    private static Set<String> words(JsonValue value) {
        return list(value).stream()
                .flatMap(text -> Stream.of(text.split("[+,]")))
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<String> list(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream()
                    .filter(JsonString.class::isInstance)
                    .map(word -> ((JsonString) word).getString())
                    .toList();
        }
        return value instanceof JsonString text ? List.of(text.getString()) : List.of();
    }

    /** A raw wait status, or what became of it. */
    private static int exitStatus(JsonValue value) {
        if (value instanceof JsonObject told) {
            JsonObject signal = told.get("signal") instanceof JsonObject of ? of : told;
            long by = number(signal.getOrDefault("id", signal.get("signal_id"))).orElse(0);
            return (int)
                    (by > 0 ? SIGNALLED + by : number(told.get("return_code")).orElse(0));
        }
        long wait = number(value).orElse(0);
        long signal = wait & (CORE_DUMPED - 1);
        return (int) (signal > 0 ? SIGNALLED + signal : wait >> 8 & 0xff);
    }

    private static Instant instant(JsonValue value) {
        OptionalLong seconds = number(value);
        return seconds.isPresent() && seconds.getAsLong() > 0 ? Instant.ofEpochSecond(seconds.getAsLong()) : null;
    }

    static OptionalLong number(JsonValue value) {
        if (value instanceof JsonObject told) {
            boolean isSet = told.getBoolean("set", false) && !told.getBoolean("infinite", false);
            return isSet ? number(told.get("number")) : OptionalLong.empty();
        }
        return value instanceof JsonNumber number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    static String text(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text ? text.getString() : "";
    }
}
