package org.computility.datasets;

import java.nio.file.Path;
import java.util.Optional;
import org.computility.shared.space.DiskSpace;

/** A store with room. */
public final class ContentStoreForTests {

    private ContentStoreForTests() {}

    public static ContentStore in(Path folder) {
        return new ContentStore(folder, new DiskSpace(() -> 1L << 40, 0), Optional.empty());
    }
}
