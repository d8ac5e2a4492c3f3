package org.computility.system.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.Multipart;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** One call of every operation of T/AI 123.8, each on a job that it can act on. */
final class NetworkCalls {

    private static final String LONG = "sleep 600";
    private static final String CONTENT = "eight by eight pixels";

    private final Platform platform;
    private final TrainingGround ground;
    private final Visitor owner;
    private final Platform.Account account;
    private final String finished;
    private final String task;
    private String running;
    private String stopped;

    NetworkCalls(Platform platform, TrainingGround ground, Visitor owner) {
        this.platform = platform;
        this.ground = ground;
        this.owner = owner;
        account = platform.account(platform.freshOrganisation(), "CONSUMER");
        finished = ground.create(owner, platform.freshName("finished"), "echo trained >model.txt", 1);
        TrainingGround.awaitStatus(owner, finished, "SUCCEEDED");
        task = TrainingGround.taskIds(owner, finished).get(0);
        running = ground.create(owner, platform.freshName("running"), LONG, 1);
        stopped = ground.create(owner, platform.freshName("stopped"), LONG, 1);
        stop(stopped);
    }

    /** What the operation takes: the body, or the query of a GET; a new one each time. */
    JsonObject valid(String operation) {
        return switch (operation) {
            case "POST /auth/tokens" -> credentials();
            case "POST /datasets/upload" -> dataSet();
            case "POST /trainjob", "POST /onlineJob" ->
                ground.wanted(platform.freshName("job"), "true", 1).build();
            case "GET /trainjob/{id}/tasks/{taskId}/logs/url" ->
                Json.createObjectBuilder().add("contentType", "text/plain").build();
            default -> JsonValue.EMPTY_JSON_OBJECT;
        };
    }

    /** Whether everything is a text there. */
    boolean takesTexts(String operation) {
        return operation.startsWith("GET") || operation.equals("POST /datasets/upload");
    }

    Answer call(Visitor visitor, String operation, JsonObject given) {
        String[] parts = operation.split(" /");
        String path = parts[1].replace("{id}", job(operation)).replace("{taskId}", task);
        if (operation.equals("POST /datasets/upload")) {
            return form(given).post(visitor, path);
        }
        if (parts[0].equals("GET")) {
            return visitor.get(path + query(given));
        }
        return visitor.send(parts[0], path, "application/json", BodyPublishers.ofString(given.toString()));
    }

    /** The call was allowed: what it began is ended, and there is another job for the next call. */
    void done(String operation, Answer answer) {
        switch (operation) {
            case "POST /trainjob", "POST /onlineJob" ->
                stop(answer.json().getJsonObject("metadata").getString("id"));
            case "POST /trainjob/{id}/stop" -> running = ground.create(owner, platform.freshName("running"), LONG, 1);
            case "DELETE /trainjob/{id}" -> {
                stopped = ground.create(owner, platform.freshName("stopped"), LONG, 1);
                stop(stopped);
            }
            default -> {
                // Only read.
            }
        }
    }

    /** Nothing goes on running. */
    void leave() {
        stop(running);
    }

    /** One that has ended by itself meanwhile is left as it is. */
    private void stop(String id) {
        platform.asAdmin().post("platform/v1/jobs/" + id + "/stop").expect(200, 409);
    }

    private String job(String operation) {
        return operation.endsWith("/stop") ? running : operation.startsWith("DELETE") ? stopped : finished;
    }

    private JsonObject credentials() {
        return Json.createObjectBuilder()
                .add("authMethod", "password")
                .add(
                        "user",
                        Json.createObjectBuilder()
                                .add("name", account.username())
                                .add("password", account.password()))
                .build();
    }

    private JsonObject dataSet() {
        return Json.createObjectBuilder()
                .add("title", "Pixels")
                .add("md5", md5())
                .add("size", CONTENT.length())
                .add("desc", "What moved")
                .add("labels", "motion")
                .add("file", CONTENT)
                .build();
    }

    private static String md5() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Multipart form(JsonObject given) {
        Multipart form = new Multipart();
        given.forEach((name, value) -> {
            if (name.equals("file")) {
                form.file(name, text(value).getBytes(StandardCharsets.UTF_8));
            } else {
                form.text(name, text(value));
            }
        });
        return form;
    }

    private static String query(JsonObject given) {
        return given.entrySet().stream()
                .map(member ->
                        member.getKey() + "=" + URLEncoder.encode(text(member.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
