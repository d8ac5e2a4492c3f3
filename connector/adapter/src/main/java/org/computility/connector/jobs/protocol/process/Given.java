package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.computility.connector.jobs.protocol.files.JobFolder;

/** What a job was given of the machine, as its folder says. */
record Given(int cores, long memoryBytes) {

    private static final Logger LOG = Logger.getLogger(Given.class.getName());

    /** One for each job that has not ended. A folder that cannot be read counts for nothing. */
    static List<Given> toJobsIn(Path location) throws IOException {
        List<Given> jobs = new ArrayList<>();
        for (Path path : folders(location)) {
            try {
                to(new JobFolder(path)).ifPresent(jobs::add);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warning(() -> "What the job in " + path + " was given cannot be read: " + e);
            }
        }
        return jobs;
    }

    private static Optional<Given> to(JobFolder folder) throws IOException {
        Optional<String> given = folder.read("given");
        return given.isPresent() && folder.isAccepted() && !hasEnded(folder)
                ? Optional.of(parse(given.get()))
                : Optional.empty();
    }

    private static List<Path> folders(Path location) throws IOException {
        if (!Files.exists(location)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(location)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static boolean hasEnded(JobFolder folder) throws IOException {
        return folder.ended().isPresent()
                || new Reports(folder.path().getFileName().toString(), folder)
                        .report()
                        .state()
                        .isFinal();
    }

    private static Given parse(String words) {
        String[] word = words.strip().split(" ");
        if (word.length != 2) {
            throw new IllegalArgumentException("Not two numbers: " + words);
        }
        return new Given(Integer.parseInt(word[0]), Long.parseLong(word[1]));
    }
}
