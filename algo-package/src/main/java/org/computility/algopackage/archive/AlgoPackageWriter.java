package org.computility.algopackage.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.InvalidPackageException;

/** Writes a package. The same content gives the same bytes: entries are sorted, times, owners and modes are fixed. */
public final class AlgoPackageWriter {

    private AlgoPackageWriter() {}

    /** A tar of all files below the folder; refuses what the platform would refuse. */
    public static AlgoPackage write(Path folder, Path archive) throws IOException, InvalidPackageException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(file));
            }
        }
        return write(files, archive);
    }

    /** A tar of those files by name; refuses what the platform would refuse. */
    public static AlgoPackage write(Map<String, byte[]> files, Path archive)
            throws IOException, InvalidPackageException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0L);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return new AlgoPackageArchive().read(archive);
    }
}
