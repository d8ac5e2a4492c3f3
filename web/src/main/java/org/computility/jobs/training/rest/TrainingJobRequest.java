package org.computility.jobs.training.rest;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.computility.jobs.training.NewTrainingJob;

/** T/AI 123.8 table A.31. */
public record TrainingJobRequest(String jobName, String jobDesc, Config config) {

    /**
     * Table A.32, and members of our own behind {@code command}.
     *
     * @param nodeCount a number, or the same as a text, as table A.17 has it
     */
    public record Config(
            List<String> centerId,
            String specId,
            JsonValue nodeCount,
            String imageId,
            String imageUrl,
            String command,
            List<String> datasets,
            BigDecimal maxSeconds,
            BigDecimal priority,
            BigDecimal budget) {}

    NewTrainingJob job() {
        return new NewTrainingJob(
                jobName,
                jobDesc,
                Objects.requireNonNullElse(config.centerId(), List.of()),
                config.specId(),
                ConfigMembers.nodes(config.nodeCount()),
                ConfigMembers.text(config.imageId()),
                ConfigMembers.text(config.imageUrl()),
                ConfigMembers.text(config.command()),
                Objects.requireNonNullElse(config.datasets(), List.of()),
                ConfigMembers.number(config.maxSeconds()),
                ConfigMembers.number(config.priority()),
                config.budget());
    }
}
