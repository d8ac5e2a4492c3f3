package org.computility.algorithms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An imported algorithm package, for the rooms above.
 *
 * @param id 40 digits
 * @param type {@code artifact} or {@code image}
 * @param env the variables that may be injected when a service is loaded (table F.6 {@code Env})
 * @param accelerators Annex H identifiers, or CPU
 * @param streamsPerReplica tasks that one replica of a service takes at once
 */
public record PackageView(
        String id,
        String name,
        String version,
        String type,
        String provider,
        UUID organisationId,
        long size,
        String md5,
        List<Env> env,
        List<String> accelerators,
        int streamsPerReplica,
        List<CapabilityView> capabilities,
        Instant createdAt) {

    /** A variable the package declares; {@code value} is its default or null. */
    public record Env(String name, String value, boolean required) {}

    public PackageView {
        env = List.copyOf(env);
        accelerators = List.copyOf(accelerators);
        capabilities = List.copyOf(capabilities);
    }

    /** Whether at least one capability may be loaded. */
    public boolean loadable() {
        return capabilities.stream().anyMatch(CapabilityView::loadable);
    }
}
