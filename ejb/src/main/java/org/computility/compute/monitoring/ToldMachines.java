package org.computility.compute.monitoring;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.computility.shared.database.JsonColumn;

/** Reads the kept figures of a node. A node may tell anything: a member of another kind than annex G's is left out. */
final class ToldMachines {

    private ToldMachines() {}

    /** The machines in a column {@code figures}; null, of a node that never told anything, holds none. */
    static List<Machine> in(String figures) {
        if (figures == null) {
            return List.of();
        }
        // Rows from before nodes could have several machines hold one object.
        JsonValue told = JsonColumn.value(figures);
        return objects(
                        told instanceof JsonArray all
                                ? all
                                : JSON.createArrayBuilder().add(told).build())
                .map(ToldMachines::machine)
                .toList();
    }

    /** The services that a node named; what it says of them may be nothing. */
    static Stream<ToldService> services(ComputeFigures kept) {
        return kept.machines().stream()
                .flatMap(machine -> objects(machine.get("AlgoServiceMonitors")))
                .map(told -> new ToldService(
                        kept.code(),
                        text(told, "AlgoServiceID"),
                        text(told, "XpuType"),
                        number(told, "XpuMemory"),
                        number(told, "XpuMemoryUsed"),
                        number(told, "XpuUtilization"),
                        kept.takenAt()));
    }

    private static Machine machine(JsonObject told) {
        return new Machine(
                text(told, "HostName"),
                text(told, "OS"),
                text(told, "CpuType"),
                number(told, "Cpu"),
                number(told, "CpuUtilization"),
                number(told, "Memory"),
                number(told, "MemoryUsed"),
                number(told, "Disk"),
                number(told, "DiskUsed"),
                objects(told.get("XpuMonitors")).map(ToldMachines::card).toList());
    }

    private static Card card(JsonObject told) {
        return new Card(
                text(told, "XpuType"),
                number(told, "XpuMemory"),
                number(told, "XpuMemoryUsed"),
                number(told, "XpuUtilization"));
    }

    private static Stream<JsonObject> objects(JsonValue values) {
        return values instanceof JsonArray all
                ? all.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }

    private static String text(JsonObject told, String member) {
        return told.get(member) instanceof JsonString text ? text.getString() : null;
    }

    private static Double number(JsonObject told, String member) {
        return told.get(member) instanceof JsonNumber number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : null;
    }
}
