package org.computility.results.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.computility.results.FoundResult;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/** Reads what nodes deliver ({@code docs/results.md}); the contract has checked types and lengths. A refusal names the element. */
final class ResultReader {

    private ResultReader() {}

    static List<FoundResult> read(JsonArray results) {
        List<FoundResult> found = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            found.add(read("results[" + i + "]", results.getJsonObject(i)));
        }
        return found;
    }

    private static FoundResult read(String member, JsonObject result) {
        JsonNumber mediaTime = result.getJsonNumber("mediaTime");
        return new FoundResult(
                uuid(member + ".id", result.getString("id")),
                uuid(member + ".taskInstanceId", result.getString("taskInstanceId")),
                result.getString("computeCode"),
                result.getString("algoDefCode"),
                result.getString("deviceId", null),
                result.getString("eventId", null),
                result.getJsonNumber("sequence").longValue(),
                time(member + ".time", result.getString("time")),
                mediaTime == null ? null : mediaTime.doubleValue(),
                result.getJsonObject("data").toString(),
                image(member + ".image", result.getJsonObject("image")));
    }

    private static Instant time(String member, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Rejected("member-invalid", member, member + " is an ISO 8601 instant, not " + text + ".");
        }
    }

    private static FoundResult.Image image(String member, JsonObject image) {
        if (image == null) {
            return null;
        }
        return new FoundResult.Image(
                image.getString("contentType", "image/jpeg"),
                size(image, "width"),
                size(image, "height"),
                content(member + ".content", image.getString("content")));
    }

    private static byte[] content(String member, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Rejected("member-invalid", member, member + " is Base64.");
        }
    }

    private static Integer size(JsonObject image, String side) {
        JsonNumber size = image.getJsonNumber(side);
        return size == null ? null : size.intValue();
    }

    private static UUID uuid(String member, String text) {
        return UuidText.read(text)
                .orElseThrow(() -> new Rejected("member-invalid", member, member + " is a UUID, not " + text + "."));
    }
}
