package org.computility.system.trading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.computility.system.OptionalTool;

/** A client of its own: what it opens and verifies was made by the standards, not by our classes. */
public final class OpenSsl {

    private final Path folder;

    public OpenSsl(Path folder) {
        OptionalTool.require("openssl");
        this.folder = folder;
    }

    /** Runs {@code openssl} in the folder; its output. */
    public byte[] run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + Files.readString(folder.resolve("errors")));
            }
            return Files.readAllBytes(output);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Writes a file that {@link #run} may name. */
    public void write(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
