package org.computility.algorithms.archives;

import java.util.List;

/**
 * A package that was imported.
 *
 * @param unlistedAccelerators what it runs on that T/BAX 0006.5 Annex H does not list: taken, and worth a warning
 */
public record ReceivedPackage(String id, List<String> unlistedAccelerators) {

    public ReceivedPackage {
        unlistedAccelerators = List.copyOf(unlistedAccelerators);
    }
}
