package org.computility.planning.evaluation;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.computility.compute.monitoring.ToldService;

/** Scores as they are kept, and shown ever after: what is not known is absent. */
final class ScoresText {

    private static final int DIGITS = 6;

    private ScoresText() {}

    static String of(List<Score> scores) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        scores.forEach(score -> all.add(json(score, scores)));
        return all.build().toString();
    }

    private static JsonObjectBuilder json(Score score, List<Score> all) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("label", score.candidate().label())
                .add("instanceIds", texts(score.candidate().instanceIds()))
                .add("algoDefCodes", texts(score.algoDefCodes()));
        add(json, score);
        if (score.rank(all) != null) {
            json.add("rank", score.rank(all));
        }
        if (score.delays() != null) {
            add(json, "medianDelaySeconds", score.delays().median());
            add(json, "p95DelaySeconds", score.delays().p95());
        }
        add(json, "findingsPerHour", score.findingsPerHour());
        if (score.running() != null) {
            add(json, score.running());
        }
        return json.add("services", services(score.services()));
    }

    private static void add(JsonObjectBuilder json, Score score) {
        Tally tally = score.tally();
        json.add("results", score.results())
                .add("findings", score.findings())
                .add("matched", tally.matched())
                .add("repeated", tally.repeated())
                .add("unfounded", tally.unfounded())
                .add("missed", tally.missed());
        add(json, "precision", tally.precision());
        add(json, "recall", tally.recall());
        add(json, "f1", tally.f1());
    }

    private static void add(JsonObjectBuilder json, Running running) {
        JsonObjectBuilder ends = JSON.createObjectBuilder();
        running.ends().forEach(ends::add);
        json.add("runs", running.runs());
        add(json, "runningSeconds", running.seconds());
        json.add("ends", ends);
    }

    private static JsonArrayBuilder services(List<ToldService> services) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (ToldService service : services) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("serviceId", service.serviceId());
            add(json, "computeCode", service.computeCode());
            add(json, "accelerator", service.accelerator());
            add(json, "acceleratorMemory", service.memory());
            add(json, "acceleratorMemoryUsed", service.memoryUsed());
            add(json, "acceleratorUtilization", service.utilization());
            add(json, "toldAt", service.toldAt());
            all.add(json);
        }
        return all;
    }

    private static JsonArrayBuilder texts(Collection<?> values) {
        JsonArrayBuilder texts = JSON.createArrayBuilder();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static void add(JsonObjectBuilder json, String name, Double value) {
        if (value != null) {
            json.add(name, rounded(value));
        }
    }

    /** Without exponents and trailing zeros, as it comes back from the database. */
    private static BigDecimal rounded(double value) {
        BigDecimal number =
                BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static void add(JsonObjectBuilder json, String name, Instant value) {
        add(json, name, value == null ? null : value.toString());
    }
}
