package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * Which services of a node (T/BAX 0006.5 table F.10).
 *
 * @param number null: 1
 * @param size null: 10
 */
public record ServiceSearch(
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("PageNumber") Integer number,
        @JsonbProperty("PageSize") Integer size) {

    public ServiceSearch {
        number = number == null ? 1 : number;
        size = size == null ? 10 : size;
    }
}
