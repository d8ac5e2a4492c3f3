package org.computility.serving.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * Services to unload (T/BAX 0006.5 table F.9).
 *
 * @param id of the package
 * @param code what the standard's examples call the package ID
 * @param serviceId null: all services of the package on that node
 */
public record AlgoServiceUnInstallRequest(
        @JsonbProperty("AlgoFilePackageID") String id,
        @JsonbProperty("AlgoFilePackageCode") String code,
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("AlgoServiceID") String serviceId) {

    /** The package meant, or null when neither member is there. */
    String packageId() {
        return id == null ? code : id;
    }
}
