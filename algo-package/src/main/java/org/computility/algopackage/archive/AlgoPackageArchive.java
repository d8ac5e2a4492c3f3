package org.computility.algopackage.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Folders;
import org.computility.algopackage.InvalidPackageException;

/**
 * Opens a package, a tar (plain or gzip) that a stranger may have made. Nothing is written outside the folder given, and
 * links, devices, absolute or climbing paths, repeated names and archives beyond the limits are refused.
 */
public final class AlgoPackageArchive {

    /** The file in the package that describes it. */
    public static final String YAML = "algo.yaml";

    private final ArchiveLimits limits;

    public AlgoPackageArchive(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** With {@link ArchiveLimits#STANDARD}. */
    public AlgoPackageArchive() {
        this(ArchiveLimits.STANDARD);
    }

    /**
     * Checks the whole archive and answers what its {@code algo.yaml} says; writes nothing.
     *
     * @throws IOException when the file itself cannot be read
     */
    public AlgoPackage read(Path archive) throws IOException, InvalidPackageException {
        return walk(archive, null);
    }

    /**
     * Checks the archive and unpacks it into a folder that must not exist yet; on any failure the folder is not there
     * afterwards.
     */
    public AlgoPackage extract(Path archive, Path folder) throws IOException, InvalidPackageException {
        Path made = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(made);
        Files.createDirectories(made);
        try {
            AlgoPackage described = walk(archive, made);
            Files.move(made, folder);
            return described;
        } finally {
            Folders.delete(made);
        }
    }

    private AlgoPackage walk(Path archive, Path folder) throws IOException, InvalidPackageException {
        try {
            try (InputStream in = open(archive)) {
                TarHeaders.check(in, limits);
            }
            try (InputStream in = open(archive)) {
                return entries(new TarArchiveInputStream(in, StandardCharsets.UTF_8.name()), folder);
            }
        } catch (BoundedStream.TooLarge | ZipException e) {
            throw new InvalidPackageException("archive", e.getMessage());
        } catch (EOFException e) {
            // Often it has no message of its own.
            throw new InvalidPackageException("archive", "the archive is cut off");
        } catch (IllegalArgumentException e) {
            throw new InvalidPackageException("archive", "the archive is damaged: " + e.getMessage());
        }
    }

    private InputStream open(Path archive) throws IOException {
        CountingStream file = new CountingStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16));
        file.mark(2);
        boolean zipped = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        InputStream plain = zipped ? new GZIPInputStream(file, 1 << 16) : file;
        return new BoundedStream(plain, limits, file::count);
    }

    private AlgoPackage entries(TarArchiveInputStream tar, Path folder) throws IOException, InvalidPackageException {
        EntryNames names = new EntryNames();
        long total = 0;
        int count = 0;
        String yaml = null;
        for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
            String name = names.accept(entry.getName(), entry.isDirectory());
            total += entry.getSize();
            if (++count > limits.entries() || total > limits.totalBytes()) {
                throw new InvalidPackageException(
                        "archive",
                        "the archive holds more than " + limits.entries() + " entries or " + limits.totalBytes()
                                + " bytes");
            }
            if (name.equals(YAML)) {
                yaml = yaml(tar);
            }
            if (folder != null) {
                unpack(tar, entry, name, yaml, folder);
            }
        }
        if (yaml == null) {
            throw new InvalidPackageException(YAML, "the archive holds no algo.yaml");
        }
        return described(yaml, names);
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException, InvalidPackageException {
        TarArchiveEntry entry;
        try {
            entry = tar.getNextEntry();
        } catch (BoundedStream.TooLarge e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidPackageException("archive", "the archive is damaged: " + e.getMessage());
        }
        if (entry != null && !entry.isDirectory() && (!entry.isFile() || entry.isSparse())) {
            throw new InvalidPackageException(
                    entry.getName(), "the entry " + entry.getName() + " is neither a plain file nor a folder");
        }
        return entry;
    }

    private static String yaml(InputStream in) throws IOException, InvalidPackageException {
        byte[] bytes = in.readNBytes(AlgoPackage.LONGEST_YAML + 1);
        if (bytes.length > AlgoPackage.LONGEST_YAML) {
            throw new InvalidPackageException(YAML, "algo.yaml has more than " + AlgoPackage.LONGEST_YAML + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidPackageException(YAML, "algo.yaml is not UTF-8");
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, String name, String yaml, Path folder)
            throws IOException {
        Path target = folder.resolve(name);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (name.equals(YAML)) {
            Files.writeString(target, yaml);
        } else {
            Files.copy(tar, target);
        }
    }

    private static AlgoPackage described(String yaml, EntryNames names) throws InvalidPackageException {
        AlgoPackage described = AlgoPackage.describedBy(yaml);
        if (described.image() != null && !names.contains(described.image())) {
            throw new InvalidPackageException("Image", "the archive holds no file " + described.image());
        }
        for (Capability each : described.capabilities()) {
            if (each.model() != null && !names.contains(each.model().file())) {
                throw new InvalidPackageException(
                        "Model.File",
                        "the archive holds no file " + each.model().file());
            }
        }
        return described;
    }
}
