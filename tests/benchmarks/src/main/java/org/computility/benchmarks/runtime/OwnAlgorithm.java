package org.computility.benchmarks.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The project's algorithms. */
enum OwnAlgorithm {
    MOTION("motion-in-area", "1101080000508000000120261101000000000001", "COMPUTILITY-MOTION_IN_AREA-1.0.0"),
    BARE_SOIL("bare-soil-share", "1101080000508000000120261101000000000002", "COMPUTILITY-BARE_SOIL_SHARE-1.0.0");

    private final String file;
    private final String packageId;
    private final String capability;

    OwnAlgorithm(String file, String packageId, String capability) {
        this.file = file;
        this.packageId = packageId;
        this.capability = capability;
    }

    String packageId() {
        return packageId;
    }

    String capability() {
        return capability;
    }

    /** Its package as a file. */
    Path write(Path folder) throws IOException {
        Path target = folder.resolve(file + ".tar");
        try (InputStream in = OwnAlgorithm.class.getResourceAsStream("/algorithms/" + file + ".tar")) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
