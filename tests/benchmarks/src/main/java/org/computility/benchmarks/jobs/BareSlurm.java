package org.computility.benchmarks.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.connector.jobs.cluster.SlurmCluster;

/** A cluster as programs use it that know nothing of the platform: they post scripts to its REST daemon. */
final class BareSlurm {

    private static final Pattern SUBMIT = Pattern.compile("/slurm/v0\\.0\\.(\\d+)/job/submit/?");
    /** Its numbers and environments are plain. */
    private static final int LAST_PLAIN = 38;

    private final SlurmCluster cluster;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final int version;

    BareSlurm(SlurmCluster cluster) throws IOException, InterruptedException {
        this.cluster = cluster;
        String told = cluster.tell("scontrol", "token", "lifespan=86400").strip();
        token = told.substring(told.indexOf('=') + 1);
        version =
                read(http.send(request("/openapi/v3").build(), BodyHandlers.ofString()))
                        .getJsonObject("paths")
                        .keySet()
                        .stream()
                        .map(SUBMIT::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(path -> Integer.parseInt(path.group(1)))
                        .max()
                        .orElseThrow();
    }

    /** Submits a job of one core that runs the command. */
    void submit(String name, String command) throws IOException, InterruptedException {
        JsonObjectBuilder job = Json.createObjectBuilder()
                .add("name", name)
                .add("partition", "train")
                .add("tasks", 1)
                .add("cpus_per_task", 1)
                .add("memory_per_node", number(64))
                .add("time_limit", number(10))
                .add("current_working_directory", cluster.jobs().toString())
                .add("standard_output", "/dev/null")
                .add("standard_error", "/dev/null")
                .add("environment", environment());
        JsonObject body = Json.createObjectBuilder()
                .add("script", "#!/bin/sh\n" + command + "\n")
                .add("job", job)
                .build();
        HttpResponse<String> answer = http.send(
                request("/slurm/v0.0." + version + "/job/submit")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        JsonObject told = read(answer);
        if (!told.containsKey("job_id") || told.getInt("job_id") <= 0) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** How many of its jobs have not ended. */
    long open() throws IOException, InterruptedException {
        return cluster.tell("squeue", "-h", "-o", "%i").lines().count();
    }

    /** How many jobs with names that begin so ended well. */
    long completed(String beginning) throws IOException, InterruptedException {
        return cluster.tell("squeue", "-h", "-a", "-t", "COMPLETED", "-o", "%j")
                .lines()
                .filter(name -> name.startsWith(beginning))
                .count();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(cluster.rest().resolve(path))
                .header("X-SLURM-USER-NAME", cluster.user())
                .header("X-SLURM-USER-TOKEN", token);
    }

    private JsonValue number(int value) {
        return version <= LAST_PLAIN
                ? Json.createValue(value)
                : Json.createObjectBuilder()
                        .add("set", true)
                        .add("infinite", false)
                        .add("number", value)
                        .build();
    }

    private JsonValue environment() {
        return version <= LAST_PLAIN
                ? Json.createObjectBuilder().add("PATH", "/usr/bin:/bin").build()
                : Json.createArrayBuilder().add("PATH=/usr/bin:/bin").build();
    }

    private static JsonObject read(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
