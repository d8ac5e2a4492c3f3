package org.computility.shared.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.computility.shared.PlatformConfig;

/** Sealing without a server. */
public final class SealingForTests {

    private SealingForTests() {}

    /** With a key kept in the folder. */
    public static Sealing keptIn(Path folder) {
        return new Sealing(new PlatformConfig(folder, Optional.empty(), "http://127.0.0.1:8080", List.of()));
    }
}
