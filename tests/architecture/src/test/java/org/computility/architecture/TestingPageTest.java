package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/testing.md names tests that exist, and each trial from the field a test that keeps it mended. */
class TestingPageTest {

    /** What was tried, where it came from, the tests, the day since when it holds. */
    private static final int CELLS = 4;

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Modules.PROJECT.resolve("docs/testing.md"));
    }

    @Test
    void everyTestThatThePageNamesExists() throws IOException {
        Set<String> named = NamedTests.in(page);

        assertThat(named).hasSizeGreaterThan(150);
        assertThat(NamedTests.missing(named)).isEmpty();
    }

    @Test
    void everyTrialHasATestAndADay() {
        List<String> trials = page.substring(page.indexOf("## Trials from the field"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what was tried"))
                .toList();

        assertThat(trials).hasSizeGreaterThan(100);
        for (String trial : trials) {
            String[] cells = trial.substring(2, trial.length() - 2).split(" \\| ");

            assertThat(cells).as(trial).hasSize(CELLS);
            assertThat(NamedTests.in(cells[2])).as(trial).isNotEmpty();
            assertThat(cells[3]).as(trial).matches("\\d{1,2} [A-Z][a-z]+ 20\\d\\d");
        }
    }
}
