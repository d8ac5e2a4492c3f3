package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/**
 * A service to load (T/BAX 0006.5 table F.6).
 *
 * @param packageCode what the standard's examples call the package ID
 * @param env null or empty: the package's own defaults
 * @param licenseFile where the node fetches its licence file, or null
 * @param replicas null: 1
 */
public record LoadRequest(
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("AlgoFilePackageCode") String packageCode,
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Env") List<EnvItem> env,
        @JsonbProperty("LicenseFile") String licenseFile,
        @JsonbProperty("Replicas") Integer replicas) {

    public LoadRequest {
        packageId = packageId == null ? packageCode : packageId;
        env = env == null ? List.of() : List.copyOf(env);
        replicas = replicas == null ? 1 : replicas;
    }
}
