package org.computility.algorithms.replacement;

import java.util.ArrayList;
import java.util.List;

/**
 * A package is about to be replaced or deleted, or to lose a capability. Fired synchronously inside the transaction: an
 * observer that needs the package as it is throws {@code Conflict("package-in-use")}, and nothing happens.
 *
 * @param abandoned where an observer notes services that go with the package as it was; their nodes are told afterwards
 */
public record PackageChanging(String packageId, List<AbandonedService> abandoned) {

    public PackageChanging(String packageId) {
        this(packageId, new ArrayList<>());
    }
}
