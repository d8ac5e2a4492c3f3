package org.computility.serving.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.serving.ServiceSearch;
import org.computility.shared.rest.family.ApiPageRequest;

/**
 * Which services of a node (T/BAX 0006.5 table F.10).
 *
 * @param packageCode what the standard's examples call the package ID
 * @param number null: 1
 * @param size null: 10
 */
public record AlgoServiceListRequest(
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Status") String status,
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("AlgoFilePackageCode") String packageCode,
        @JsonbProperty("PageNumber") Integer number,
        @JsonbProperty("PageSize") Integer size) {

    ServiceSearch search() {
        return new ServiceSearch(
                computeCode, status, packageId == null ? packageCode : packageId, ApiPageRequest.page(number, size));
    }
}
