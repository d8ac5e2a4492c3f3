package org.computility.connector.jobs.protocol.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.ResultFile;

/**
 * What an ended job left in its work folder. The job may have left anything: links out of it, pipes that nobody writes,
 * folders that nobody may read, names that are no text. Nothing of the job runs any more, so what was checked stays so. Where files or
 * folders are left out, a file {@code OMITTED.txt} beside the others names them.
 */
public final class Results {

    private static final int MOST_FILES = 10_000;
    private static final int MOST_OMISSIONS = 1_000;

    /** Of what there is beside files, too: a walk through millions would keep a folder that others need. */
    private static final int MOST_ENTRIES = 200_000;

    /** Folders, one in the other, below the work folder. */
    private static final int DEEPEST = 255;

    private final Path work;
    private final ResultNames names;

    /** @param work the job's work folder, its real path */
    public Results(Path work) {
        this.work = work;
        this.names = new ResultNames(work);
    }

    /** @throws RuntimeFailure REFUSED where there are too many */
    public List<ResultFile> list() throws IOException, RuntimeFailure {
        Finder finder = find();
        if (finder.found.size() > MOST_FILES) {
            throw new RuntimeFailure(Reason.REFUSED, "The job left more than " + MOST_FILES + " files", null);
        }
        if (finder.seen > MOST_ENTRIES) {
            throw new RuntimeFailure(
                    Reason.REFUSED, "The job left more than " + MOST_ENTRIES + " files, links and folders", null);
        }
        finder.omissions().ifPresent(text -> finder.found.add(new ResultFile(nameOfOmissions(), text.length)));
        finder.found.sort(Comparator.comparing(ResultFile::name));
        return List.copyOf(finder.found);
    }

    private Finder find() throws IOException {
        Finder finder = new Finder();
        Files.walkFileTree(work, Set.of(), DEEPEST + 1, finder);
        return finder;
    }

    // The job's own file of that name stays what it is.
    private String nameOfOmissions() {
        String name = "OMITTED.txt";
        for (int next = 2; Files.exists(names.plain(name), LinkOption.NOFOLLOW_LINKS); next++) {
            name = "OMITTED-" + next + ".txt";
        }
        return name;
    }

    /** @throws RuntimeFailure REFUSED */
    public InputStream open(String name, long most) throws IOException, RuntimeFailure {
        if (name.equals(nameOfOmissions())) {
            byte[] text = find().omissions().orElseThrow(() -> noFile(name));
            checkSize(name, text.length, most);
            return new ByteArrayInputStream(text);
        }
        Path file = file(name);
        checkSize(name, Files.size(file), most);
        return Files.newInputStream(file);
    }

    private static void checkSize(String name, long bytes, long most) throws RuntimeFailure {
        if (bytes > most) {
            throw new RuntimeFailure(
                    Reason.REFUSED, "\"" + name + "\" has " + bytes + " bytes, more than " + most, null);
        }
    }

    private Path file(String name) throws IOException, RuntimeFailure {
        try {
            Path plain = names.plain(name);
            if (isOrdinary(plain)) {
                return plain;
            }
            Optional<Path> odd = names.odd(name);
            if (odd.isPresent() && isOrdinary(odd.get())) {
                return odd.get();
            }
        } catch (IllegalArgumentException e) {
            throw new RuntimeFailure(Reason.REFUSED, "Not a file's name: " + e.getMessage(), e);
        }
        throw noFile(name);
    }

    // A link anywhere on the way would lead to another real path.
    private boolean isOrdinary(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toRealPath().equals(file)
                && file.startsWith(work);
    }

    private static RuntimeFailure noFile(String name) {
        return new RuntimeFailure(Reason.REFUSED, "\"" + name + "\" is no ordinary file of the job", null);
    }

    private final class Finder extends SimpleFileVisitor<Path> {

        private final List<ResultFile> found = new ArrayList<>();
        private final List<String> omitted = new ArrayList<>();
        private long omissions;
        private long seen;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return ++seen > MOST_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++seen > MOST_ENTRIES) {
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isDirectory() || attributes.isRegularFile() && !Files.isReadable(file)) {
                omit(file);
            } else if (attributes.isRegularFile()) {
                found.add(new ResultFile(names.name(file), attributes.size()));
            }
            return found.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            omit(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (failure != null) {
                omit(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private void omit(Path path) {
            omissions++;
            if (omitted.size() < MOST_OMISSIONS) {
                omitted.add(path.equals(work) ? "." : names.name(path));
            }
        }

        /** A text that says what was left out; empty where all is there. The same whenever it is asked for. */
        private Optional<byte[]> omissions() {
            if (omissions == 0) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder(
                    "Left out: what cannot be read, and what lies deeper than " + DEEPEST + " folders.\n");
            omitted.stream().sorted().forEach(name -> text.append(name).append('\n'));
            if (omissions > omitted.size()) {
                text.append("and others: ").append(omissions - omitted.size()).append('\n');
            }
            return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
