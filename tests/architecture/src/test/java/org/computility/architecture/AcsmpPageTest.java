package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/acsmp.md names tests that exist, and each operation of T/BAX 0006.5 exactly once, as the contract has it. */
class AcsmpPageTest {

    /** {@code Class} or {@code Class.method}, between backticks. */
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:IT|Test))(?:\\.([a-z][A-Za-z0-9]*))?`");

    private static final Set<String> NO_TESTS = Set.of("target", "node_modules", ".git", "main");

    private static String page;
    private static Map<String, Path> tests;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Modules.PROJECT.resolve("docs/acsmp.md"));
        tests = testClasses();
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (Matcher each = TEST.matcher(page); each.find(); ) {
            named.add(each.group());
            Path source = tests.get(each.group(1));
            if (source == null || !has(source, each.group(2))) {
                missing.add(each.group());
            }
        }

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyOperationStandsOnThePageOnce() throws IOException {
        List<String> rows = page.lines()
                .filter(line -> line.matches("\\| [A-G](\\.\\d+)? \\| [0-9, ]+ \\|.*"))
                .toList();
        List<String> expected = operations().stream()
                .map(each -> "| %s | %s | %s | `%s` |".formatted((Object[]) each))
                .toList();

        assertThat(expected).hasSize(43);
        assertThat(rows.stream().map(AcsmpPageTest::beginning)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyOperationIsInTheContract() throws IOException {
        String paths = contract();

        assertThat(operations()).allSatisfy(each -> assertThat(paths).contains("\n  " + each[3] + ":\n"));
    }

    /** The cells that say which operation it is. */
    private static String beginning(String row) {
        return row.substring(0, row.indexOf("` |") + 3);
    }

    private static boolean has(Path source, String method) throws IOException {
        return method == null || Files.readString(source).contains("void " + method + "(");
    }

    /** Number, table, method and URI of each. */
    private static List<String[]> operations() throws IOException {
        try (InputStream in = AcsmpPageTest.class.getResourceAsStream("acsmp-operations.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .toList();
        }
    }

    private static String contract() throws IOException {
        List<String> all = new ArrayList<>();
        try (var files = Files.list(Modules.PROJECT.resolve("web/src/main/openapi/paths"))) {
            for (Path file : files.toList()) {
                all.add(Files.readString(file));
            }
        }
        return "\n" + String.join("\n", all);
    }

    private static Map<String, Path> testClasses() throws IOException {
        Map<String, Path> found = new HashMap<>();
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
                    found.put(name.replace(".java", ""), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
