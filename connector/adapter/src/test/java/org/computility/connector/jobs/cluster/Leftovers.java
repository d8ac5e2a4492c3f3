package org.computility.connector.jobs.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The clusters' folders in /tmp, and what a test run that was killed left of them. */
final class Leftovers {

    private static final Path TMP = Path.of("/tmp");
    private static final String NAME = "computility-slurm-";

    private Leftovers() {}

    /** Named after this process; the REST daemon, which is another user, has to read in it. */
    static Path fresh() throws IOException {
        Path folder =
                Files.createTempDirectory(TMP, NAME + ProcessHandle.current().pid() + "-");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Ends the daemons of clusters whose process is gone. */
    static void remove() throws IOException {
        try (Stream<Path> paths = Files.list(TMP)) {
            for (Path folder : paths.filter(Leftovers::isLeft).toList()) {
                try {
                    endAll(folder.resolve("run"));
                } catch (NoSuchFileException e) {
                    // It never came so far, or another test run clears up beside this one.
                }
                delete(folder);
            }
        }
    }

    private static boolean isLeft(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(NAME + "\\d+-.*")
                && ProcessHandle.of(Long.parseLong(name.substring(NAME.length()).replaceAll("-.*", "")))
                        .isEmpty();
    }

    /** Their files are named after them, those of nodes after the node, too. */
    private static void endAll(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".pid")).toList()) {
                String daemon = file.getFileName().toString().replaceAll("\\..*", "");
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(process -> process.info().command().orElse("").endsWith(daemon))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** Below the module's target, where reports are. */
    static void keepLog(Path folder) throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "slurm")).resolve(folder.getFileName());
        Files.createDirectories(kept);
        try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
            for (Path log : logs.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try {
            new ProcessBuilder("rm", "-rf", "--", folder.toString()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
