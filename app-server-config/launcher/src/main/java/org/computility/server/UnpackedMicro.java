package org.computility.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payara Micro unpacked by its own {@code --outputlauncher}: some 300 jars on one class path. From its single jar,
 * Payara Micro would unpack them anew at every start, and read every class through loaders of its own.
 */
final class UnpackedMicro {

    private final Path jar;
    private final Path folder;
    private final Attributes manifest;

    private UnpackedMicro(Path jar, Path folder, Attributes manifest) {
        this.jar = jar;
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * The unpacked server in that folder, which nobody else uses. Unpacks the jar when it differs from the last one.
     */
    static UnpackedMicro in(Path folder, Path jar) throws IOException {
        Path remembered = folder.resolve("unpacked-from");
        String identity = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        if (!Files.exists(remembered) || !Files.readString(remembered).equals(identity)) {
            Folders.delete(folder);
            Files.createDirectories(folder);
            Processes.run(List.of(
                    Processes.java(), "-jar", jar.toString(), "--rootdir", folder.toString(), "--outputlauncher"));
            // Last: an interrupted unpacking is done again.
            Files.writeString(remembered, identity);
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return new UnpackedMicro(jar, folder, file.getManifest().getMainAttributes());
        }
    }

    /** The server's program. Payara's own start of the unpacked form would keep its settings from one start to the next. */
    String program() {
        return manifest.getValue("Start-Class");
    }

    /** Settings as Payara Micro brings them, for one start, in a folder that is made for this start. */
    void copySettings(Path root) throws IOException {
        for (String part : List.of("config", "lib")) {
            Folders.copy(folder.resolve(part), root.resolve(part));
        }
    }

    /** Options for a JVM with the program on its class path, behind those jars. */
    List<String> options(Path... before) {
        Path launch = folder.resolve("launch-micro.jar");
        List<String> options = new ArrayList<>();
        access("Add-Opens", "--add-opens").forEach(options::add);
        access("Add-Exports", "--add-exports").forEach(options::add);
        // As Payara's own start of the unpacked form sets them.
        options.add("-Dfish.payara.micro.BootJar=" + launch.toUri());
        options.add("-Dfish.payara.micro.UnpackDir=" + folder);
        options.add("-cp");
        options.add(Stream.concat(Stream.of(before), Stream.of(jar, launch))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        return options;
    }

    private Stream<String> access(String name, String option) {
        return Stream.of(manifest.getValue(name).split(" ")).map(opened -> option + "=" + opened + "=ALL-UNNAMED");
    }
}
