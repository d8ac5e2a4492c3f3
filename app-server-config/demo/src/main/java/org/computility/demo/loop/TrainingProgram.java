package org.computility.demo.loop;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The training program with a Java of its own, as one file. A job sees the machine's {@code /usr} and its data sets, no more: a Java that
 * lies elsewhere, or has its settings in {@code /etc} as Debian's has, would not start there. {@code jlink}, which every JDK
 * brings, makes one that needs nothing else.
 */
public final class TrainingProgram {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.sql,java.xml,jdk.unsupported";

    /** Where a job's {@code PATH} leads, and a platform's. */
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"));

    private static final String SANDBOX =
            "bwrap --unshare-all --cap-drop ALL --uid 1000 --gid 1000 --ro-bind /usr /usr --symlink usr/bin /bin "
                    + "--symlink usr/lib /lib --symlink usr/lib64 /lib64 --proc /proc --dev /dev -- /bin/sh -c true";

    private TrainingProgram() {}

    /** Why no training job can run on this machine, as far as that can be told before one is tried; a few words. */
    public static Optional<String> hindrance(Path logs) throws IOException, InterruptedException {
        return hindrance(PROGRAMS, JAVA, logs);
    }

    static Optional<String> hindrance(List<Path> programs, Path java, Path logs)
            throws IOException, InterruptedException {
        for (String program : List.of("bwrap", "tar")) {
            if (programs.stream().noneMatch(folder -> Files.isExecutable(folder.resolve(program)))) {
                return Optional.of("this machine lacks " + program + " (Debian's package "
                        + (program.equals("bwrap") ? "bubblewrap" : program) + ")");
            }
        }
        if (!Files.isExecutable(java.resolve("bin/jlink")) || !Files.isDirectory(java.resolve("jmods"))) {
            return Optional.of("the Java in " + java + " has no jlink, or no modules for it");
        }
        Path log = logs.resolve("sandbox.log");
        if (run(log, SANDBOX.split(" ")) != 0) {
            String said = Files.readString(log, StandardCharsets.UTF_8).strip().replace('\n', ' ');
            return Optional.of("bubblewrap makes no sandbox here: " + said);
        }
        return Optional.empty();
    }

    /**
     * Packs the program.
     *
     * @param jar the trainer's, its libraries in {@code lib} beside it
     * @param folder to work in
     */
    public static Path pack(Path jar, Path folder) throws IOException, InterruptedException {
        Path content = Files.createDirectories(folder).resolve("content");
        succeed(
                folder.resolve("jlink.log"),
                JAVA.resolve("bin/jlink").toString(),
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                content.resolve("java").toString());
        Files.copy(jar, content.resolve("trainer.jar"));
        Path libraries = Files.createDirectory(content.resolve("lib"));
        try (Stream<Path> all = Files.list(jar.resolveSibling("lib"))) {
            for (Path each : all.toList()) {
                Files.copy(each, libraries.resolve(each.getFileName()));
            }
        }
        Path archive = folder.resolve("trainer.tar");
        succeed(folder.resolve("tar.log"), "tar", "cf", archive.toString(), "-C", content.toString(), ".");
        return archive;
    }

    /** What a job is told to do with the program and the frames, both ids of data sets. */
    static String command(String program, String frames) {
        return "mkdir /tmp/trainer && tar xf /data/" + program + " -C /tmp/trainer && exec /tmp/trainer/java/bin/java"
                // A job may address no more than its memory, and Java asks for much in advance.
                + " -Xmx384m -Xss1m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompressedClassSpaceSize=64m"
                + " -XX:ReservedCodeCacheSize=48m -Djava.awt.headless=true -jar /tmp/trainer/trainer.jar /data/"
                + frames;
    }

    private static void succeed(Path log, String... command) throws IOException, InterruptedException {
        int status = run(log, command);
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status + ": "
                    + Files.readString(log).strip());
        }
    }

    private static int run(Path log, String... command) throws IOException, InterruptedException {
        File output = log.toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
    }
}
