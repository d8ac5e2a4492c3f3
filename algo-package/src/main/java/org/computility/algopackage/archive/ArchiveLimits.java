package org.computility.algopackage.archive;

/**
 * How much an archive may hold before it is refused.
 *
 * @param entries files and folders
 * @param totalBytes of all content after decompression
 * @param fileBytes of one file
 * @param ratio decompressed bytes per compressed byte, looked at once a MiB has come out
 */
public record ArchiveLimits(int entries, long totalBytes, long fileBytes, int ratio) {

    /** 1,024 entries, 8 GiB together, 4 GiB each, 200 to 1. */
    public static final ArchiveLimits STANDARD = new ArchiveLimits(1024, 8L << 30, 4L << 30, 200);
}
