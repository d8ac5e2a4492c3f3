package org.computility.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tests that a text names between backticks. */
final class NamedTests {

    /** {@code Class} or {@code Class.method}. */
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:IT|Test))(?:\\.([a-z][A-Za-z0-9]*))?`");

    private static final Set<String> NO_TESTS = Set.of("target", "node_modules", ".git", "main");

    private NamedTests() {}

    /** All of them, as the text has them. */
    static Set<String> in(String text) {
        return TEST.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of these, the tests that are nowhere in the project. */
    static Set<String> missing(Set<String> named) throws IOException {
        Map<String, List<Path>> tests = testClasses();
        Set<String> missing = new TreeSet<>();
        for (String name : named) {
            Matcher parts = TEST.matcher(name);
            if (!parts.matches() || !has(tests.getOrDefault(parts.group(1), List.of()), parts.group(2))) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** Several rooms have a {@code ServicesTest}: the method may be in any of them. */
    private static boolean has(List<Path> sources, String method) throws IOException {
        for (Path source : sources) {
            if (method == null || Files.readString(source).contains("void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Path>> testClasses() throws IOException {
        Map<String, List<Path>> found = new HashMap<>();
        Files.walkFileTree(Modules.PROJECT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused) {
                // The project itself may lie in a folder of any name.
                return !folder.equals(Modules.PROJECT)
                                && NO_TESTS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes unused) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    found.computeIfAbsent(name.replace(".java", ""), any -> new ArrayList<>())
                            .add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
