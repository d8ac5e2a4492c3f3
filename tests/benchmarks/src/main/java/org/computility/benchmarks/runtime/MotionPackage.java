package org.computility.benchmarks.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The project's motion algorithm as a file. */
final class MotionPackage {

    static final String ID = "1101080000508000000120261101000000000001";
    static final String CAPABILITY = "COMPUTILITY-MOTION_IN_AREA-1.0.0";

    private MotionPackage() {}

    static Path write(Path folder) throws IOException {
        Path file = folder.resolve("motion-in-area.tar");
        try (InputStream in = MotionPackage.class.getResourceAsStream("/algorithms/motion-in-area.tar")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
