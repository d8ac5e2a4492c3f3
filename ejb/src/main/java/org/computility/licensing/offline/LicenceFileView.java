package org.computility.licensing.offline;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import java.util.List;
import org.computility.shared.StandardTime;

/**
 * A licence file (T/BAX 0006.5 table E.1).
 *
 * @param file its name; the bytes go to nodes only
 * @param deviceId the one compute that it is for; null: every compute
 * @param abilityAuths null: the file came without
 */
public record LicenceFileView(
        @JsonbProperty("ID") int number,
        @JsonbProperty("Provider") String provider,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdAt,

        @JsonbProperty("File") String file,
        @JsonbProperty("DeviceID") String deviceId,
        @JsonbProperty("AbilityAuths") List<Ability> abilityAuths) {

    /** How many streams of a capability the file allows (table E.2). */
    public record Ability(
            @JsonbProperty("AlgoDefCode") String algoDefCode,
            @JsonbProperty("Quota") int quota) {}

    public LicenceFileView {
        abilityAuths = abilityAuths == null || abilityAuths.isEmpty() ? null : List.copyOf(abilityAuths);
    }
}
