package org.computility.runtime.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.media.JpegCrop;

/** Results to send, and what a receiver reads of them. */
final class SampleResult {

    private SampleResult() {}

    /** Some 10 KB of JSON. */
    static Result of(String stream, long sequence) {
        JsonObject data = Json.createObjectBuilder()
                .add("type", "ALERT")
                .add("note", "x".repeat(10_000))
                .build();
        byte[] jpeg = "jpeg".getBytes(StandardCharsets.UTF_8);
        return new Result(
                UUID.randomUUID(),
                stream,
                "11010800005050000001",
                "X",
                null,
                null,
                sequence,
                Instant.EPOCH,
                1.5,
                data,
                new JpegCrop(1, 1, jpeg));
    }

    /** {@code stream/sequence} of each result of a request, in order. */
    static List<String> names(FakeServer.Request request) {
        try (var reader = Json.createReader(new ByteArrayInputStream(request.body()))) {
            return reader.readObject().getJsonArray("results").getValuesAs(JsonObject.class).stream()
                    .map(r -> r.getString("taskInstanceId") + "/" + r.getInt("sequence"))
                    .toList();
        }
    }
}
