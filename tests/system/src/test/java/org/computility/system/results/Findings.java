package org.computility.system.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/** A workshop with one plan, whose node delivers results. */
public final class Findings implements AutoCloseable {

    private static final String RESULTS = "platform/v1/results";

    private final Platform platform;
    private final Workshop workshop;
    private final String instance;

    public Findings(Platform platform) {
        this.platform = platform;
        workshop = new Workshop(platform, 4);
        instance = instanceOf(workshop.create(workshop.periodic(1)));
    }

    public Workshop workshop() {
        return workshop;
    }

    /** The only instance of a plan. */
    String instanceOf(long plan) {
        return workshop.plan(plan)
                .getJsonArray("AlgoTaskInfos")
                .getJsonObject(0)
                .getString("ID");
    }

    /** A result of the node's that is as it should be. */
    public JsonObjectBuilder result() {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("taskInstanceId", instance)
                .add("computeCode", workshop.node().code())
                .add("algoDefCode", workshop.algorithm().capability())
                .add("sequence", 1)
                .add("time", Instant.now().toString())
                .add("data", Json.createObjectBuilder().add("type", "ALERT"));
    }

    /** That node registers (once more) and delivers. */
    Answer deliver(FakeNode node, JsonObject... results) {
        return deliver(workshop.register(node), results);
    }

    Answer deliver(JsonObject... results) {
        return deliver(workshop.nodeToken(), results);
    }

    /** What the node delivers, whatever it is. */
    Answer deliver(String body) {
        return platform.as(workshop.nodeToken()).post(RESULTS, body);
    }

    /** The operator's search, with its question mark. */
    Answer search(String query) {
        return workshop.operator().get(RESULTS + query);
    }

    private Answer deliver(String token, JsonObject... results) {
        var list = Json.createArrayBuilder();
        for (JsonObject result : results) {
            list.add(result);
        }
        return platform.as(token)
                .post(RESULTS, Json.createObjectBuilder().add("results", list).build());
    }

    @Override
    public void close() {
        workshop.close();
    }
}
