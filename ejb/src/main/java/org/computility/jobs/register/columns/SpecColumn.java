package org.computility.jobs.register.columns;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.shared.database.JsonColumn;

/** A resource spec as JSON. */
public class SpecColumn extends JsonColumn<SpecFacts> {

    @Override
    protected JsonValue write(SpecFacts spec) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", spec.id())
                .add("name", spec.name())
                .add("architecture", spec.architecture())
                .add("cores", spec.cores())
                .add("memoryBytes", spec.memoryBytes());
        Accelerators asked = spec.accelerators();
        if (asked != null) {
            json.add(
                    "accelerators",
                    JSON.createObjectBuilder()
                            .add("type", asked.type())
                            .add("product", asked.product())
                            .add("count", asked.count())
                            .add("memoryBytes", asked.memoryBytes()));
        }
        return json.build();
    }

    @Override
    protected SpecFacts read(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        return new SpecFacts(
                json.getString("id"),
                json.getString("name"),
                json.getString("architecture"),
                json.getInt("cores"),
                json.getJsonNumber("memoryBytes").longValue(),
                accelerators(json.getJsonObject("accelerators")));
    }

    private static Accelerators accelerators(JsonObject json) {
        return json == null
                ? null
                : new Accelerators(
                        json.getString("type"),
                        json.getString("product"),
                        json.getInt("count"),
                        json.getJsonNumber("memoryBytes").longValue());
    }
}
