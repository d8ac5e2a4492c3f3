package org.computility.benchmarks.runtime;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/** Results of one task, compared as the tests compare them with the truth. */
record Findings(List<JsonObject> results) {

    private static final double SHARE = 0.02;
    private static final double CELL = 1.0 / 16;

    /** How these differ from others of the same video; empty when they do not. */
    String differenceFrom(Findings others) {
        if (results.size() != others.results.size()) {
            return results.size() + " findings in place of " + others.results.size();
        }
        for (int i = 0; i < results.size(); i++) {
            JsonObject one = results.get(i);
            JsonObject other = others.results.get(i);
            JsonObject data = one.getJsonObject("data");
            JsonObject otherData = other.getJsonObject("data");
            if (!one.get("mediaTime").equals(other.get("mediaTime"))
                    || !data.get("type").equals(otherData.get("type"))
                    || !alike(data.get("measures"), otherData.get("measures"), SHARE)
                    || !alike(data.get("boxes"), otherData.get("boxes"), CELL)) {
                return "at " + one.get("mediaTime") + " s " + data + " in place of " + otherData;
            }
        }
        return "";
    }

    private static boolean alike(JsonValue one, JsonValue other, double tolerance) {
        if (one instanceof JsonNumber number && other instanceof JsonNumber wanted) {
            return Math.abs(number.doubleValue() - wanted.doubleValue()) <= tolerance;
        }
        if (one instanceof JsonArray array && other instanceof JsonArray wanted) {
            return array.size() == wanted.size()
                    && IntStream.range(0, array.size()).allMatch(i -> alike(array.get(i), wanted.get(i), tolerance));
        }
        return one instanceof JsonObject object
                && other instanceof JsonObject wanted
                && object.keySet().equals(wanted.keySet())
                && object.keySet().stream().allMatch(k -> alike(object.get(k), wanted.get(k), tolerance));
    }
}
