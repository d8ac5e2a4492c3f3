package org.computility.serving;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service to load.
 *
 * @param env empty: the package's own defaults
 * @param licenseFile where the node fetches its licence file, or null
 */
public record NewService(String packageId, String computeCode, List<EnvItem> env, String licenseFile, int replicas) {

    /** The variable by which an algorithm learns where it is authorized (T/BAX 0006.5 clause 4.3). */
    static final String AUTH_SERVER = "AUTH_SERVER_ADDR";

    public NewService {
        env = List.copyOf(env);
    }

    /** Whether the variable is among {@code env}, with whatever value. */
    boolean names(String variable) {
        return env.stream().anyMatch(item -> item.name().equals(variable));
    }

    NewService with(EnvItem more) {
        return new NewService(
                packageId,
                computeCode,
                Stream.concat(env.stream(), Stream.of(more)).toList(),
                licenseFile,
                replicas);
    }

    NewService withLicenseFile(String link) {
        return new NewService(packageId, computeCode, env, link, replicas);
    }
}
