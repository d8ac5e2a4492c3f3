package org.computility.connector.accelerator.protocol;

import static org.computility.connector.accelerator.protocol.Envelope.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node tells of its machines, of the types that the example of T/BAX 0006.5 annex G shows. A member of another type is left
 * out: it is unknown, and fails no other. Longer texts are cut to {@value #LONGEST_TEXT} characters. What the annex does not show
 * passes as it came.
 */
final class DeviceInfo {

    private static final int LONGEST_TEXT = 256;
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** A member as it is passed on; null: it is left out. */
    private static final UnaryOperator<JsonValue> TEXT =
            value -> value instanceof JsonString text && !text.getString().isEmpty() ? cut(text) : null;

    private static final UnaryOperator<JsonValue> NUMBER = value -> value instanceof JsonNumber ? value : null;
    private static final UnaryOperator<JsonValue> COUNT =
            value -> value instanceof JsonNumber number ? count(number.bigDecimalValue()) : null;
    private static final UnaryOperator<JsonValue> FLAG =
            value -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE) ? value : null;

    private static final Map<String, UnaryOperator<JsonValue>> XPU =
            joined(of(TEXT, "XpuType"), of(NUMBER, "XpuMemory", "XpuMemoryUsed", "XpuUtilization"));

    private static final Map<String, UnaryOperator<JsonValue>> MACHINE = joined(
            of(TEXT, "DeviceID", "IP", "HostName", "OS", "CpuType"),
            of(FLAG, "IsOnline"),
            of(COUNT, "Cpu"),
            of(NUMBER, "CpuUtilization", "Memory", "MemoryUsed", "Disk", "DiskUsed"),
            of(list(joined(of(TEXT, "Path"), of(NUMBER, "Disk", "DiskUsed"))), "DiskDetails"),
            of(list(XPU), "XpuMonitors"),
            of(list(joined(XPU, of(TEXT, "AlgoServiceID", "AlgoFilePackageID"))), "AlgoServiceMonitors"));

    private DeviceInfo() {}

    /**
     * The machines of a node: one object, or an array of them.
     *
     * @throws JsonException where the array holds no machine
     * @throws ClassCastException where it is neither
     */
    static List<JsonObject> all(JsonValue data) {
        List<JsonObject> machines = data instanceof JsonObject only
                ? List.of(only)
                : objects(data.asJsonArray()).toList();
        if (machines.isEmpty() && !JsonValue.EMPTY_JSON_ARRAY.equals(data)) {
            throw new JsonException("an array without a machine");
        }
        return machines.stream().map(machine -> read(machine, MACHINE)).toList();
    }

    private static JsonObject read(JsonObject told, Map<String, UnaryOperator<JsonValue>> members) {
        JsonObjectBuilder read = JSON.createObjectBuilder();
        told.forEach((name, value) -> {
            JsonValue kept =
                    members.getOrDefault(name, UnaryOperator.identity()).apply(value);
            if (kept != null) {
                read.add(name, kept);
            }
        });
        return read.build();
    }

    private static UnaryOperator<JsonValue> list(Map<String, UnaryOperator<JsonValue>> members) {
        return value -> {
            if (!(value instanceof JsonArray told)) {
                return null;
            }
            JsonArrayBuilder read = JSON.createArrayBuilder();
            objects(told).forEach(one -> read.add(read(one, members)));
            return read.build();
        };
    }

    private static Stream<JsonObject> objects(JsonArray told) {
        return told.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
    }

    private static JsonValue cut(JsonString value) {
        return JSON.createValue(Words.cut(value.getString(), LONGEST_TEXT));
    }

    /** Also a count that is written 64.0. */
    private static JsonValue count(BigDecimal number) {
        return number.signum() >= 0
                        && number.compareTo(MOST) <= 0
                        && number.stripTrailingZeros().scale() <= 0
                ? JSON.createValue(number.intValueExact())
                : null;
    }

    private static Map<String, UnaryOperator<JsonValue>> of(UnaryOperator<JsonValue> reading, String... members) {
        return Stream.of(members).collect(Collectors.toMap(Function.identity(), member -> reading));
    }

    @SafeVarargs
    private static Map<String, UnaryOperator<JsonValue>> joined(Map<String, UnaryOperator<JsonValue>>... some) {
        return Stream.of(some)
                .flatMap(members -> members.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
