package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table F.1; the examples' {@code AlgoFilePackageCode} is taken for {@code AlgoFilePackageID}. */
public record AlgoFilePackageRequest(
        @JsonbProperty("AlgoFilePackageID") String id,
        @JsonbProperty("AlgoFilePackageCode") String code,
        @JsonbProperty("ComputilityCode") String computilityCode) {

    /** The package meant, or null when neither member is there. */
    String packageId() {
        return id == null ? code : id;
    }
}
