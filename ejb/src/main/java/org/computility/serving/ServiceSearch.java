package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * Which services of a node (T/BAX 0006.5 table F.10).
 *
 * @param packageCode what the standard's examples call the package ID
 * @param number null: 1
 * @param size null: 10
 */
public record ServiceSearch(
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("AlgoFilePackageCode") String packageCode,
        @JsonbProperty("PageNumber") Integer number,
        @JsonbProperty("PageSize") Integer size) {

    public ServiceSearch {
        packageId = packageId == null ? packageCode : packageId;
        number = number == null ? 1 : number;
        size = size == null ? 10 : size;
    }
}
