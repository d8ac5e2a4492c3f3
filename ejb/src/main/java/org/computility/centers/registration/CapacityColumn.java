package org.computility.centers.registration;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.shared.database.JsonColumn;

/** What a center has, as it last said. */
class CapacityColumn extends JsonColumn<JobCapacity> {

    private static final String ACCELERATORS = "accelerators";

    @Override
    protected JsonValue write(JobCapacity capacity) {
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        capacity.nodes().forEach(node -> nodes.add(write(node)));
        JsonObjectBuilder kept = JSON.createObjectBuilder()
                .add("storageBytes", capacity.storageBytes())
                .add("services", capacity.services())
                .add("containers", capacity.containers())
                .add("dataSets", capacity.dataSets())
                .add("nodes", nodes);
        if (capacity.architecture() != null) {
            kept.add("architecture", capacity.architecture());
        }
        return kept.build();
    }

    private static JsonObjectBuilder write(NodeCapacity node) {
        JsonObjectBuilder kept = JSON.createObjectBuilder()
                .add("name", node.name())
                .add("cores", node.cores())
                .add("freeCores", node.freeCores())
                .add("memoryBytes", node.memoryBytes())
                .add("freeMemoryBytes", node.freeMemoryBytes());
        if (node.accelerators() != null) {
            kept.add("freeAccelerators", node.freeAccelerators())
                    .add(
                            ACCELERATORS,
                            JSON.createObjectBuilder()
                                    .add("type", node.accelerators().type())
                                    .add("product", node.accelerators().product())
                                    .add("count", node.accelerators().count())
                                    .add("memoryBytes", node.accelerators().memoryBytes()));
        }
        return kept;
    }

    @Override
    protected JobCapacity read(JsonValue kept) {
        JsonObject capacity = kept.asJsonObject();
        List<NodeCapacity> nodes = capacity.getJsonArray("nodes").getValuesAs(CapacityColumn::node);
        return new JobCapacity(
                capacity.getString("architecture", null),
                capacity.getJsonNumber("storageBytes").longValue(),
                capacity.getBoolean("services", false),
                capacity.getBoolean("containers", false),
                capacity.getBoolean("dataSets", true),
                nodes);
    }

    private static NodeCapacity node(JsonValue kept) {
        JsonObject node = kept.asJsonObject();
        return new NodeCapacity(
                node.getString("name"),
                node.getInt("cores"),
                node.getInt("freeCores"),
                node.getJsonNumber("memoryBytes").longValue(),
                node.getJsonNumber("freeMemoryBytes").longValue(),
                accelerators(node.getJsonObject(ACCELERATORS)),
                node.getInt("freeAccelerators", 0));
    }

    private static Accelerators accelerators(JsonObject kept) {
        return kept == null
                ? null
                : new Accelerators(
                        kept.getString("type"),
                        kept.getString("product"),
                        kept.getInt("count"),
                        kept.getJsonNumber("memoryBytes").longValue());
    }
}
