package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * Services to unload (T/BAX 0006.5 table F.9).
 *
 * @param packageCode what the standard's examples call the package ID
 * @param serviceId null: all services of the package on that node
 */
public record UnloadRequest(
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("AlgoFilePackageCode") String packageCode,
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("AlgoServiceID") String serviceId) {

    public UnloadRequest {
        packageId = packageId == null ? packageCode : packageId;
    }
}
