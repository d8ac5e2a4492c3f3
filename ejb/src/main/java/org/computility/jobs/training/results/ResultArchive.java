package org.computility.jobs.training.results;

import java.util.List;

/**
 * What a job left, to be fetched as one archive.
 *
 * @param name of the archive, for people
 * @param omitted what cannot be fetched any more, in words; the archive names it
 */
public record ResultArchive(String name, List<Entry> entries, List<String> omitted) {

    public ResultArchive {
        entries = List.copyOf(entries);
        omitted = List.copyOf(omitted);
    }

    /**
     * One file.
     *
     * @param file its name in the runtime
     * @param path its name in the archive
     */
    public record Entry(String centerId, String runtimeId, String file, String path, long bytes) {}
}
