package org.computility.runtime.tasks.rules;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.computility.algopackage.Model;
import org.computility.runtime.media.Box;

/**
 * What an area shows.
 *
 * @param best classes with their scores, the highest first; not all where there are many
 */
public record ClassFinding(List<Scored> best) {

    private static final int MOST = 5;

    /** A class that was considered. */
    public record Scored(String name, double score) {}

    public ClassFinding {
        best = List.copyOf(best);
    }

    public static ClassFinding of(Model.Scores scores, float[] given) {
        List<Scored> all = IntStream.range(0, given.length)
                .mapToObj(i -> new Scored(scores.classes().get(i), Finding.rounded(given[i])))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .toList();
        return new ClassFinding(all);
    }

    public double score() {
        return best.get(0).score();
    }

    /** The {@code data} of its result. */
    public JsonObject toJson(int areaId, Box area) {
        JsonObjectBuilder measures = Json.createObjectBuilder();
        best.forEach(each -> measures.add(each.name(), each.score()));
        return Json.createObjectBuilder()
                .add("type", "STRUCTURING")
                .add("areaId", areaId)
                .add("class", best.get(0).name())
                .add("score", score())
                .add("boxes", Json.createArrayBuilder().add(Finding.toJson(area)))
                .add("measures", measures)
                .build();
    }
}
