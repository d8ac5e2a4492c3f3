package org.computility.runtime.tasks.rules;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.computility.runtime.media.Box;

/**
 * Something to report of one area.
 *
 * @param type ALERT or STATISTICS
 * @param boxes what showed it, maybe none
 * @param share of the area
 */
public record Finding(String type, int areaId, double score, List<Box> boxes, double share) {

    private static final Box WHOLE = new Box(0, 0, 1, 1);

    public Finding {
        boxes = List.copyOf(boxes);
    }

    /** The {@code data} of its result; the share goes by the name of the capability's measure. */
    public JsonObject toJson(String measure) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (Box each : boxes) {
            list.add(toJson(each));
        }
        return Json.createObjectBuilder()
                .add("type", type)
                .add("areaId", areaId)
                .add("score", rounded(score))
                .add("boxes", list)
                .add("measures", Json.createObjectBuilder().add(measure, rounded(share)))
                .build();
    }

    /** A box as results have it. */
    public static JsonObjectBuilder toJson(Box box) {
        return Json.createObjectBuilder()
                .add("x", rounded(box.x()))
                .add("y", rounded(box.y()))
                .add("width", rounded(box.width()))
                .add("height", rounded(box.height()));
    }

    /** One box around all that showed it; the whole picture when nothing did. */
    public Box surroundings() {
        if (boxes.isEmpty()) {
            return WHOLE;
        }
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        double right = boxes.stream().mapToDouble(b -> b.x() + b.width()).max().orElse(1);
        double bottom =
                boxes.stream().mapToDouble(b -> b.y() + b.height()).max().orElse(1);
        return new Box(left, top, right - left, bottom - top);
    }

    /** To four places; what is no number is nought. */
    public static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
