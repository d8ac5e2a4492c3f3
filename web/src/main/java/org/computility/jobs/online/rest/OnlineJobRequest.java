package org.computility.jobs.online.rest;

import static org.computility.jobs.training.rest.ConfigMembers.nodes;
import static org.computility.jobs.training.rest.ConfigMembers.number;
import static org.computility.jobs.training.rest.ConfigMembers.text;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.computility.jobs.online.NewOnlineJob;
import org.computility.jobs.training.NewTrainingJob;

/** T/AI 123.8 table A.57. */
public record OnlineJobRequest(String jobName, String jobDesc, Config config) {

    /**
     * Table A.58, and members of our own behind {@code command}.
     *
     * @param nodeCount replicas: a number, or the same as a text, as table A.17 has it
     */
    public record Config(
            List<String> centerId,
            String specId,
            JsonValue nodeCount,
            String imageId,
            String imageUrl,
            String command,
            List<String> datasets,
            BigDecimal priority,
            BigDecimal budget,
            BigDecimal port,
            String healthPath) {}

    NewOnlineJob job() {
        NewTrainingJob common = new NewTrainingJob(
                jobName,
                jobDesc,
                Objects.requireNonNullElse(config.centerId(), List.of()),
                config.specId(),
                nodes(config.nodeCount()),
                text(config.imageId()),
                text(config.imageUrl()),
                text(config.command()),
                Objects.requireNonNullElse(config.datasets(), List.of()),
                null,
                number(config.priority()),
                config.budget());
        return new NewOnlineJob(common, number(config.port()), text(config.healthPath()));
    }
}
