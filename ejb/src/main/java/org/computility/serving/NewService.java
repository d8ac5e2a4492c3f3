package org.computility.serving;

import java.util.List;

/**
 * A service to load.
 *
 * @param env empty: the package's own defaults
 * @param licenseFile where the node fetches its licence file, or null
 */
public record NewService(String packageId, String computeCode, List<EnvItem> env, String licenseFile, int replicas) {

    public NewService {
        env = List.copyOf(env);
    }
}
