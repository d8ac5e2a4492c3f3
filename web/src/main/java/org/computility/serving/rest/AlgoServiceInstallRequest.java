package org.computility.serving.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.serving.EnvItem;
import org.computility.serving.NewService;

/**
 * A service to load (T/BAX 0006.5 table F.6).
 *
 * @param packageCode what the standard's examples call the package ID
 * @param env null or empty: the package's own defaults
 * @param licenseFile where the node fetches its licence file, or null
 * @param replicas null: 1
 */
public record AlgoServiceInstallRequest(
        @JsonbProperty("AlgoFilePackageID") String packageId,
        @JsonbProperty("AlgoFilePackageCode") String packageCode,
        @JsonbProperty("ComputilityCode") String computeCode,
        @JsonbProperty("Env") List<Env> env,
        @JsonbProperty("LicenseFile") String licenseFile,
        @JsonbProperty("Replicas") Integer replicas) {

    /** One variable (table F.7). */
    public record Env(
            @JsonbProperty("Name") String name,
            @JsonbProperty("Value") String value) {}

    NewService service() {
        List<Env> given = env == null ? List.of() : env;
        return new NewService(
                packageId == null ? packageCode : packageId,
                computeCode,
                given.stream().map(one -> new EnvItem(one.name, one.value)).toList(),
                licenseFile,
                replicas == null ? 1 : replicas);
    }
}
