package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import java.util.List;
import org.computility.shared.StandardTime;

/**
 * A service as callers see it (T/BAX 0006.5 table F.13; {@code Message} is ours and says why it is in ERROR).
 *
 * @param xpuType the accelerator it runs on, as in the examples of F.7; null where its node does not tell
 * @param createdAt shown with milliseconds, as the table's example
 */
public record ServiceView(
        @JsonbProperty("AlgoServiceID") String id,
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Status") ServiceState status,
        @JsonbProperty("Message") String message,
        @JsonbProperty("Env") List<Env> env,
        @JsonbProperty("Replicas") int replicas,
        @JsonbProperty("XpuType") String xpuType,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Millis.class)
        Instant createdAt) {

    /** One variable (table F.7). */
    public record Env(
            @JsonbProperty("Name") String name,
            @JsonbProperty("Value") String value) {}

    public ServiceView {
        env = List.copyOf(env);
    }
}
