package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table F.2. */
public record AlgoPackageListRequest(
        @JsonbProperty("ComputilityCode") String computilityCode,
        @JsonbProperty("Status") Integer status) {}
