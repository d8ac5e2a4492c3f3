package org.computility.jobs.register.columns;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.jobs.ChosenPlace;
import org.computility.jobs.ChosenPlace.Avoided;
import org.computility.jobs.ChosenPlace.Score;
import org.computility.shared.database.JsonColumn;

/** A place with its reasons as JSON. */
public class PlaceColumn extends JsonColumn<ChosenPlace> {

    @Override
    protected JsonValue write(ChosenPlace place) {
        JsonArrayBuilder scores = JSON.createArrayBuilder();
        place.scores().forEach(score -> scores.add(write(score)));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("centerId", place.centerId())
                .add("borrowed", place.borrowed())
                .add("scores", scores);
        if (!place.avoided().isEmpty()) {
            JsonArrayBuilder avoided = JSON.createArrayBuilder();
            place.avoided().forEach(center -> avoided.add(write(center)));
            json.add("avoided", avoided);
        }
        if (place.node() != null) {
            json.add("node", place.node());
        }
        return json.build();
    }

    private static JsonObjectBuilder write(Score score) {
        return JSON.createObjectBuilder()
                .add("centerId", score.centerId())
                .add("fit", score.fit())
                .add("price", score.price())
                .add("queue", score.queue())
                .add("data", score.data())
                .add("total", score.total());
    }

    private static JsonObjectBuilder write(Avoided center) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("centerId", center.centerId());
        return center.reason() == null ? json : json.add("reason", center.reason());
    }

    @Override
    protected ChosenPlace read(JsonValue kept) {
        JsonObject json = kept.asJsonObject();
        return new ChosenPlace(
                json.getString("centerId"),
                json.getString("node", null),
                json.getBoolean("borrowed"),
                json.getJsonArray("scores").getValuesAs(JsonObject.class).stream()
                        .map(PlaceColumn::score)
                        .toList(),
                json.containsKey("avoided")
                        ? json.getJsonArray("avoided").getValuesAs(JsonObject.class).stream()
                                .map(center ->
                                        new Avoided(center.getString("centerId"), center.getString("reason", null)))
                                .toList()
                        : List.of());
    }

    private static Score score(JsonObject json) {
        return new Score(
                json.getString("centerId"),
                json.getInt("fit"),
                json.getInt("price"),
                json.getInt("queue"),
                json.getInt("data"),
                json.getJsonNumber("total").longValue());
    }
}
