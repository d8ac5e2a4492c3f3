package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.ResultFile;

/**
 * What an ended job left in its work folder. The job may have left anything: links out of it, pipes that nobody writes,
 * folders that nobody may read. Nothing of the job runs any more, so what was checked stays so.
 */
public final class Results {

    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 32;

    private final Path work;

    /** @param work the job's work folder, its real path */
    public Results(Path work) {
        this.work = work;
    }

    /** @throws RuntimeFailure REFUSED where there are too many */
    public List<ResultFile> list() throws IOException, RuntimeFailure {
        Finder finder = new Finder();
        Files.walkFileTree(work, Set.of(), DEEPEST, finder);
        if (finder.found.size() > MOST_FILES) {
            throw new RuntimeFailure(Reason.REFUSED, "The job left more than " + MOST_FILES + " files", null);
        }
        finder.found.sort(Comparator.comparing(ResultFile::name));
        return List.copyOf(finder.found);
    }

    /** @throws RuntimeFailure REFUSED */
    public void copy(String name, long most, OutputStream to) throws IOException, RuntimeFailure {
        try (InputStream from = open(name, most)) {
            from.transferTo(to);
        }
    }

    /** @throws RuntimeFailure REFUSED */
    public InputStream open(String name, long most) throws IOException, RuntimeFailure {
        Path file = file(name);
        long bytes = Files.size(file);
        if (bytes > most) {
            throw new RuntimeFailure(
                    Reason.REFUSED, "\"" + name + "\" has " + bytes + " bytes, more than " + most, null);
        }
        return Files.newInputStream(file);
    }

    private Path file(String name) throws IOException, RuntimeFailure {
        try {
            Path file = work.resolve(name);
            // A link anywhere on the way would lead to another real path.
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().equals(file)
                    && file.startsWith(work)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new RuntimeFailure(Reason.REFUSED, "Not a file's name: " + e.getMessage(), e);
        }
        throw new RuntimeFailure(Reason.REFUSED, "\"" + name + "\" is no ordinary file of the job", null);
    }

    private final class Finder extends SimpleFileVisitor<Path> {

        private final List<ResultFile> found = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                found.add(new ResultFile(work.relativize(file).toString(), attributes.size()));
            }
            return found.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
