package org.computility.demo.truth;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import org.computility.client.Results.Result;
import org.computility.runtime.media.Box;

/**
 * A result, as far as the truth of a scene is concerned.
 *
 * @param second of the clip
 * @param boxes of an alert
 * @param share of a figure, 0 to 1
 */
public record Sighting(double second, List<Box> boxes, double share) {

    public static Sighting of(Result result) {
        JsonArray boxes = result.data().getJsonArray("boxes");
        JsonObject measures = result.data().getJsonObject("measures");
        double share = measures != null && measures.get("bareSoilShare") instanceof JsonNumber number
                ? number.doubleValue()
                : Double.NaN;
        return new Sighting(
                result.mediaTime() == null ? Double.NaN : result.mediaTime(),
                boxes == null
                        ? List.of()
                        : boxes.getValuesAs(JsonObject.class).stream()
                                .map(Sighting::box)
                                .toList(),
                share);
    }

    private static Box box(JsonObject json) {
        return new Box(number(json, "x"), number(json, "y"), number(json, "width"), number(json, "height"));
    }

    private static double number(JsonObject json, String member) {
        return json.getJsonNumber(member).doubleValue();
    }
}
