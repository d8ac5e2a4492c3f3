package org.computility.connector.accelerator.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskReport;

/** From a runtime's JSON to the connector's records; unreadable JSON is a {@link JsonException}. */
final class Decoding {

    private static final int LAST_YEAR = 9999;

    private Decoding() {}

    static DeliveredPackage delivered(JsonObject json) {
        return new DeliveredPackage(
                required(json, "AlgoFilePackageID"),
                (int) number(json, "Status", 0),
                json.get("DownloadProgress") instanceof JsonNumber progress ? progress.doubleValue() : 0,
                instant(json, "ProgressUpdateTime"),
                text(json, "DownloadErrorMessage"));
    }

    static LoadedService service(JsonObject json) {
        return new LoadedService(
                required(json, "AlgoServiceID"),
                text(json, "AlgoFilePackageID"),
                required(json, "Status"),
                (int) number(json, "Replicas", 0),
                text(json, "Message"),
                text(json, "XpuType"));
    }

    static TaskReport task(JsonObject json) {
        return new TaskReport(
                required(json, "TaskID"),
                text(json, "AlgoServiceID"),
                required(json, "Status"),
                text(json, "Message"),
                instant(json, "StartedAt"),
                instant(json, "EndedAt"),
                number(json, "Frames", 0));
    }

    static TaskOutcome outcome(JsonObject json) {
        TaskOutcome.Kind kind = kind(code(json));
        boolean accepted = kind == TaskOutcome.Kind.ACCEPTED;
        String words = accepted ? null : Words.cut(text(json, "Message"), Words.LONGEST_MESSAGE);
        return new TaskOutcome(required(json, "TaskID"), kind, words);
    }

    /** A node that has no code for it has decided nothing; {@code 0.0} is 0, a text is no number. */
    static long code(JsonObject json) {
        if (json.get("Code") instanceof JsonNumber number) {
            try {
                return number.bigDecimalValue().longValueExact();
            } catch (ArithmeticException e) {
                throw new JsonException("no whole number in Code", e);
            }
        }
        throw new JsonException("no number in Code");
    }

    /** A code is an HTTP status, or begins with one: 409 and 40901 mean the same. */
    private static TaskOutcome.Kind kind(long code) {
        long status = code < 1000 ? code : code / 100;
        return switch ((int) Math.max(-1, Math.min(status, 1000))) {
            case 0 -> TaskOutcome.Kind.ACCEPTED;
            case 404 -> TaskOutcome.Kind.UNKNOWN;
            case 409 -> TaskOutcome.Kind.NOT_NOW;
            default -> TaskOutcome.Kind.REFUSED;
        };
    }

    static <T> List<T> list(JsonValue data, Function<JsonObject, T> one) {
        if (data == JsonValue.NULL) {
            return List.of();
        }
        return data.asJsonArray().stream()
                .map(value -> one.apply(value.asJsonObject()))
                .toList();
    }

    private static String required(JsonObject json, String member) {
        if (json.get(member) instanceof JsonString text && !text.getString().isEmpty()) {
            return text.getString();
        }
        throw new JsonException("no text in " + member);
    }

    private static String text(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text && !text.getString().isEmpty() ? text.getString() : null;
    }

    private static long number(JsonObject json, String member, long otherwise) {
        return json.get(member) instanceof JsonNumber number ? number.longValue() : otherwise;
    }

    /** An instant that no calendar or no database knows is left out: it fails neither its entry nor the others. */
    private static Instant instant(JsonObject json, String member) {
        String text = text(json, member);
        try {
            OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text);
            return time == null || time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
