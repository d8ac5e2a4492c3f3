package org.computility.connector.accelerator.protocol;

import static org.computility.connector.accelerator.protocol.Envelope.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskStart;

/** From the connector's records to the JSON that a runtime reads; absent values are left out. */
final class Encoding {

    private Encoding() {}

    static JsonObject delivery(PackageDelivery delivery) {
        return JSON.createObjectBuilder()
                .add("AlgoFilePackageID", delivery.packageId())
                .add("Url", delivery.url().toString())
                .add("MD5", delivery.md5())
                .add("Size", delivery.size())
                .build();
    }

    static JsonObject load(ServiceLoad load) {
        JsonArrayBuilder env = JSON.createArrayBuilder();
        load.env()
                .forEach((name, value) ->
                        env.add(JSON.createObjectBuilder().add("Name", name).add("Value", value)));
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("AlgoServiceID", load.serviceId())
                .add("AlgoFilePackageID", load.packageId())
                .add("Env", env)
                .add("Replicas", load.replicas())
                .add("StreamsPerReplica", load.streamsPerReplica())
                .add("AlgoDefCodes", JSON.createArrayBuilder(load.algoDefCodes()));
        addIfPresent(body, "LicenseFile", load.licenseFile());
        return body.build();
    }

    static JsonObject start(List<TaskStart> tasks) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        tasks.forEach(task -> list.add(start(task)));
        return JSON.createObjectBuilder().add("Tasks", list).build();
    }

    static JsonObject stop(List<String> taskIds) {
        return JSON.createObjectBuilder()
                .add("TaskIDs", JSON.createArrayBuilder(taskIds))
                .build();
    }

    private static JsonObjectBuilder start(TaskStart task) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("TaskID", task.taskId())
                .add("AlgoDefCode", task.algoDefCode())
                .add("Type", task.type())
                .add("TaskInfo", task.taskInfo());
        addIfPresent(json, "AlgoServiceID", task.serviceId());
        if (task.limit() != null) {
            json.add("DurationLimit", Math.max(1, task.limit().toSeconds()));
        }
        return json;
    }

    private static void addIfPresent(JsonObjectBuilder json, String member, String value) {
        if (value != null) {
            json.add(member, value);
        }
    }
}
