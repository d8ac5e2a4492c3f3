package org.computility.connector.jobs.protocol.slurm;

import static org.computility.connector.jobs.protocol.slurm.Answers.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.protocol.files.Acceptance;

/** From a job to what Slurm's interface takes in each of its versions. */
final class Encoding {

    private static final long MEBIBYTE = 1L << 20;

    private static final String TOOLS = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin";

    /**
     * The program is not in it, nor are its words and its environment: whoever may read the cluster's queue reads this. Of
     * several jobs of the same name only the first to come gets past the link, ever, be it made by Slurm or by us.
     */
    private static final String SCRIPT = """
            #!/bin/sh
            umask 077
            export PATH=%s LC_ALL=C
            cd %s || exit 1
            echo "$SLURM_JOB_ID" >"ran.$SLURM_JOB_ID" && ln "ran.$SLURM_JOB_ID" ran 2>/dev/null
            rm -f "ran.$SLURM_JOB_ID"
            [ "$(cat ran)" = "$SLURM_JOB_ID" ] || exit 0
            sync ran 2>/dev/null
            exec sh ./supervisor.sh
            """;

    private final ApiVersion version;

    Encoding(ApiVersion version) {
        this.version = version;
    }

    JsonObject submission(JobSpec job, Path folder, String partition) {
        JobResources asked = job.resources();
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("name", job.jobId())
                .add("tasks", asked.nodes())
                .add("cpus_per_task", asked.cores())
                .add("memory_per_node", number((asked.memoryBytes() + MEBIBYTE - 1) / MEBIBYTE))
                .add(
                        "time_limit",
                        number(minutes(job.limits().wallTime().plus(job.limits().grace()))))
                .add("requeue", false)
                .add("current_working_directory", folder.toString())
                .add("standard_output", folder.resolve("slurm.log").toString())
                .add("standard_error", folder.resolve("slurm.log").toString())
                .add("environment", environment(Map.of("PATH", TOOLS)));
        if (partition != null) {
            body.add("partition", partition);
        }
        addNodes(body, asked.nodes());
        if (asked.accelerators() != null) {
            addAccelerators(body, asked.accelerators());
        }
        String script = SCRIPT.formatted(TOOLS, Acceptance.quoted(folder.toString()));
        return JSON.createObjectBuilder().add("script", script).add("job", body).build();
    }

    /** Up to a whole minute, and one more: the script ends the job at the second, and gives it its grace. */
    private static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes() + 1;
    }

    private void addNodes(JsonObjectBuilder body, int nodes) {
        if (version.isPlain()) {
            body.add("nodes", JSON.createArrayBuilder().add(nodes).add(nodes));
        } else {
            body.add("minimum_nodes", nodes).add("maximum_nodes", nodes);
        }
        body.add("tasks_per_node", 1);
    }

    private void addAccelerators(JsonObjectBuilder body, Accelerators asked) {
        String product = asked.product().substring(asked.product().lastIndexOf('/') + 1);
        String kind =
                asked.type().toLowerCase(Locale.ROOT) + (product.isEmpty() ? "" : ":" + product) + ":" + asked.count();
        if (version.isPlain()) {
            body.add("gres", kind);
        } else {
            body.add("tres_per_node", "gres/" + kind);
        }
    }

    private JsonValue environment(Map<String, String> variables) {
        if (version.isPlain()) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            variables.forEach(object::add);
            return object.build();
        }
        JsonArrayBuilder array = JSON.createArrayBuilder();
        variables.forEach((name, value) -> array.add(name + "=" + value));
        return array.build();
    }

    private JsonValue number(long value) {
        return version.isPlain()
                ? JSON.createValue(value)
                : JSON.createObjectBuilder()
                        .add("set", true)
                        .add("infinite", false)
                        .add("number", value)
                        .build();
    }
}
