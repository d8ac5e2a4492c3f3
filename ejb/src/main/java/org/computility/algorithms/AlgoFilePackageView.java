package org.computility.algorithms;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.shared.StandardTime;

/** T/BAX 0006.5 table A.5. */
public record AlgoFilePackageView(
        @JsonbProperty("AlgoFilePackageName") String name,
        @JsonbProperty("AlgoFilePackageType") String type,
        @JsonbProperty("AlgoFilePackageVersion") String version,
        @JsonbProperty("AlgoFilePackageID") String id,
        @JsonbProperty("Provider") String provider,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdDate) {}
