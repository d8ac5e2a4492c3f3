package org.computility.jobs.register;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.computility.jobs.PlacementReasons;
import org.computility.jobs.PlacementReasons.Score;
import org.computility.shared.database.JsonColumn;

/** Why a center was chosen, as JSON. */
class ReasonsColumn extends JsonColumn<PlacementReasons> {

    private static final String CENTER = "centerId";

    @Override
    protected JsonValue write(PlacementReasons reasons) {
        JsonArrayBuilder scores = JSON.createArrayBuilder();
        for (Score score : reasons.scores()) {
            scores.add(JSON.createObjectBuilder()
                    .add(CENTER, score.centerId())
                    .add("fit", score.fit())
                    .add("price", score.price())
                    .add("queue", score.queue())
                    .add("data", score.data())
                    .add("total", score.total()));
        }
        return JSON.createObjectBuilder()
                .add(CENTER, reasons.centerId())
                .add("node", reasons.node())
                .add("borrowed", reasons.borrowed())
                .add("scores", scores)
                .build();
    }

    @Override
    protected PlacementReasons read(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        return new PlacementReasons(
                json.getString(CENTER),
                json.getString("node"),
                json.getBoolean("borrowed"),
                json.getJsonArray("scores").getValuesAs(ReasonsColumn::score));
    }

    private static Score score(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        return new Score(
                json.getString(CENTER),
                json.getInt("fit"),
                json.getInt("price"),
                json.getInt("queue"),
                json.getInt("data"),
                json.getJsonNumber("total").longValue());
    }
}
