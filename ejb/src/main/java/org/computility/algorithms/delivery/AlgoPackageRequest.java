package org.computility.algorithms.delivery;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table F.1; the examples' {@code AlgoFilePackageCode} is taken for {@code AlgoFilePackageID}. */
public record AlgoPackageRequest(
        @JsonbProperty("AlgoFilePackageID") String id,
        @JsonbProperty("AlgoFilePackageCode") String code,
        @JsonbProperty("ComputilityCode") String computilityCode) {

    /** The package meant, or null when neither member is there. */
    public String packageId() {
        return id == null ? code : id;
    }
}
