package org.computility.system.jobs;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** A user who sends each call again until the platform has answered it. */
final class StubbornUser {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Visitor visitor;
    private final AtomicInteger keys = new AtomicInteger();

    StubbornUser(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Creates a job; its id. */
    String create(JsonObject job) {
        return await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> tryToCreate(job), Optional::isPresent)
                .orElseThrow();
    }

    /** Where nobody knows what became of a call, the user looks for the job before calling anew, under another key. */
    private Optional<String> tryToCreate(JsonObject job) {
        String name = job.getString("jobName");
        Answer answer = createWith(name + "-" + keys.incrementAndGet(), job);
        if (answer.status() == 200) {
            return Optional.of(answer.json().getJsonObject("metadata").getString("id"));
        }
        if (answer.status() != 409 && !answer.text().contains("is not connected now")) {
            throw new AssertionError("Job " + name + ": " + answer);
        }
        return find(name);
    }

    private Answer createWith(String key, JsonObject job) {
        return await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(
                        () -> insist(user -> user.send(user.request("trainjob")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(job.toString()))
                                .build())),
                        answer -> !answer.text().contains("is being done"));
    }

    private Optional<String> find(String name) {
        return insist(user -> user.get("platform/v1/jobs?pageSize=1000&keyword=" + name))
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(job -> job.getString("name").equals(name))
                .map(job -> job.getString("id"))
                .findFirst();
    }

    /** Stops a job that runs or waits; the answer may be to an earlier call that nobody heard. */
    void stop(String id) {
        insist(user -> user.post("trainjob/" + id + "/stop")).expect(200, 409);
    }

    /** The platform's answer, whatever it says; a breakdown is none. */
    Answer insist(Function<Visitor, Answer> call) {
        return await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(() -> tried(call), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Answer> tried(Function<Visitor, Answer> call) {
        try {
            Answer answer = call.apply(visitor);
            boolean platforms =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return Optional.of(answer).filter(told -> platforms && told.status() < 500);
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
