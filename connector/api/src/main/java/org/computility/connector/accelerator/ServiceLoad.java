package org.computility.connector.accelerator;

import java.util.List;
import java.util.Map;

/**
 * A service to load (T/BAX 0006.5 table F.6).
 *
 * @param serviceId chosen by the platform, so that a repeated load is the same load
 * @param licenseFile where the runtime fetches the licence file, or null
 * @param replicas at least 1
 * @param streamsPerReplica how many tasks the platform sends to one replica at most
 * @param algoDefCodes the package's capabilities that tasks will ask for
 */
public record ServiceLoad(
        String serviceId,
        String packageId,
        Map<String, String> env,
        String licenseFile,
        int replicas,
        int streamsPerReplica,
        List<String> algoDefCodes) {

    public ServiceLoad {
        algoDefCodes = List.copyOf(algoDefCodes);
    }
}
