package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that only the platform's own user may enter. */
public final class Folders {

    private Folders() {}

    /** The folder's real path, whether it was there or not. */
    public static Path make(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return folder.toRealPath();
    }

    /** Gets a file's content, or a folder's names, onto the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel opened = FileChannel.open(path, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
