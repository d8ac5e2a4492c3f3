package org.computility.results;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Rejected;

/**
 * Reads {@code docs/results.md}. The edge has checked types and lengths; here are the rules: whose results, what times, what
 * image. A refusal names the element.
 */
final class ResultReader {

    static final int LARGEST_IMAGE = 1 << 20;

    /** A node's spool may hold results for long; its clock may be a little wrong. */
    private static final Duration OLDEST = Duration.ofDays(400);

    private static final Duration EARLY = Duration.ofDays(1);

    private final String computeCode;
    private final Instant now;

    ResultReader(String computeCode, Instant now) {
        this.computeCode = computeCode;
        this.now = now;
    }

    List<ResultReport> read(JsonArray results) {
        List<ResultReport> reports = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            reports.add(read("results[" + i + "]", results.getJsonObject(i)));
        }
        return reports;
    }

    private ResultReport read(String member, JsonObject result) {
        String code = result.getString("computeCode");
        if (!code.equals(computeCode)) {
            throw new Rejected(
                    "member-invalid",
                    member + ".computeCode",
                    "The token belongs to " + computeCode + ", not to " + code + ".");
        }
        String data = result.getJsonObject("data").toString();
        if (data.contains("\\u0000")) {
            throw new Rejected("member-invalid", member + ".data", "data holds the character U+0000.");
        }
        JsonNumber mediaTime = result.getJsonNumber("mediaTime");
        return new ResultReport(
                uuid(member + ".id", result.getString("id")),
                uuid(member + ".taskInstanceId", result.getString("taskInstanceId")),
                code,
                result.getString("algoDefCode"),
                result.getString("deviceId", null),
                result.getString("eventId", null),
                result.getJsonNumber("sequence").longValue(),
                time(member + ".time", result.getString("time")),
                mediaTime == null ? null : mediaTime.doubleValue(),
                data,
                image(member + ".image", result.getJsonObject("image")));
    }

    private Instant time(String member, String text) {
        Instant time;
        try {
            time = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Rejected("member-invalid", member, member + " is an ISO 8601 instant, not " + text + ".");
        }
        if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(EARLY))) {
            throw new Rejected("member-invalid", member, member + " is more than 400 days old, or lies in the future.");
        }
        return time;
    }

    private static ResultReport.Image image(String member, JsonObject image) {
        if (image == null) {
            return null;
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(image.getString("content"));
        } catch (IllegalArgumentException e) {
            throw new Rejected("member-invalid", member + ".content", member + ".content is Base64.");
        }
        if (content.length > LARGEST_IMAGE) {
            throw new Rejected("member-too-long", member + ".content", member + ".content has at most 1 MiB decoded.");
        }
        if (content.length < 4 || content[0] != (byte) 0xFF || content[1] != (byte) 0xD8 || content[2] != (byte) 0xFF) {
            throw new Rejected("member-invalid", member + ".content", member + ".content is a JPEG.");
        }
        return new ResultReport.Image(
                image.getString("contentType", "image/jpeg"), size(image, "width"), size(image, "height"), content);
    }

    private static Integer size(JsonObject image, String side) {
        JsonNumber size = image.getJsonNumber(side);
        return size == null ? null : size.intValue();
    }

    private static UUID uuid(String member, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Rejected("member-invalid", member, member + " is a UUID, not " + text + ".");
        }
    }
}
