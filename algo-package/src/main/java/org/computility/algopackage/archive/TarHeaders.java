package org.computility.algopackage.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.computility.algopackage.InvalidPackageException;

/**
 * A first look at the raw headers. The archive library reads long names and extended headers into memory, as large as
 * they claim to be. So their sizes are bounded here, before the library sees them.
 */
final class TarHeaders {

    private static final int BLOCK = 512;
    private static final int LARGEST_EXTENSION = 64 * 1024;

    private static final String EXTENSIONS = "LKxgX";
    /** Plain files, old and new style, folders, and headers that extend the next one. */
    private static final String ACCEPTED = '\0' + "05" + EXTENSIONS;

    private TarHeaders() {}

    static void check(InputStream in, ArchiveLimits limits) throws IOException, InvalidPackageException {
        int headers = 0;
        byte[] block = in.readNBytes(BLOCK);
        while (block.length == BLOCK && !isZero(block)) {
            char type = (char) block[156];
            long size = size(block);
            if (++headers > 3 * limits.entries()) {
                throw new InvalidPackageException(
                        "archive", "the archive has more than " + limits.entries() + " entries");
            }
            if (ACCEPTED.indexOf(type) < 0) {
                throw new InvalidPackageException(
                        "archive", "the archive holds something other than files and folders");
            }
            if (EXTENSIONS.indexOf(type) >= 0 && size > LARGEST_EXTENSION) {
                throw new InvalidPackageException("archive", "the archive has an oversized extended header");
            }
            if (size > limits.fileBytes()) {
                throw new InvalidPackageException(
                        "archive", "the archive has a file of more than " + limits.fileBytes() + " bytes");
            }
            in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            block = in.readNBytes(BLOCK);
        }
        if (headers == 0) {
            throw new InvalidPackageException("archive", "this is no tar archive");
        }
        if (block.length != 0 && block.length != BLOCK) {
            throw new EOFException("the archive is cut off");
        }
    }

    private static boolean isZero(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    private static long size(byte[] block) throws InvalidPackageException {
        long size = 0;
        for (int i = 124; i < 136; i++) {
            int c = block[i];
            if (c >= '0' && c <= '7') {
                size = size * 8 + (c - '0');
            } else if (c != ' ' && c != 0) {
                // Base 256 is for files of 8 GiB and more, above every limit here.
                throw new InvalidPackageException("archive", "this is no tar archive that can be accepted");
            }
        }
        return size;
    }
}
