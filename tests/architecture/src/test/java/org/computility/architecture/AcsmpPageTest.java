package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/acsmp.md names tests that exist, and each operation of T/BAX 0006.5 exactly once, as the contract has it. */
class AcsmpPageTest {

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Modules.PROJECT.resolve("docs/acsmp.md"));
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        Set<String> named = NamedTests.in(page);

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(NamedTests.missing(named)).isEmpty();
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
}
