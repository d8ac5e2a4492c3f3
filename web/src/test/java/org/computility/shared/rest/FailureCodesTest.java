package org.computility.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every failure that the code throws has a number of its own and a line in the documentation. */
class FailureCodesTest {

    private static final Map<String, Integer> STATUS = Map.of(
            "Rejected", 400,
            "Unauthenticated", 401,
            "Denied", 403,
            "NotFound", 404,
            "Conflict", 409,
            "Throttled", 429,
            "Unavailable", 503);
    private static final Pattern THROWN =
            Pattern.compile("new (" + String.join("|", STATUS.keySet()) + ")\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| `([a-z0-9-]+)` \\| \\S", Pattern.MULTILINE);

    @Test
    void everyCodeThrownHasANumberOfItsStatus() throws IOException {
        Map<String, Integer> expected = new TreeMap<>();
        for (Path source : sources()) {
            var matcher = THROWN.matcher(Files.readString(source));
            while (matcher.find()) {
                Integer status = STATUS.get(matcher.group(1));
                Integer other = expected.put(matcher.group(2), status);
                assertThat(other)
                        .as("%s has one status (%s)", matcher.group(2), source)
                        .isIn(null, status);
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(AcsmpCodes.all().keySet()).containsAll(expected.keySet());
        expected.forEach((code, status) ->
                assertThat(AcsmpCodes.all().get(code) / 100).as(code).isEqualTo(status));
    }

    @Test
    void noTwoCausesShareANumber() {
        assertThat(AcsmpCodes.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void theDocumentationListsExactlyTheseCodes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "failure-codes.md"));

        Map<String, Integer> documented = ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(row -> row.group(2), row -> Integer.valueOf(row.group(1))));

        assertThat(documented).isEqualTo(AcsmpCodes.all());
    }

    private static Set<Path> sources() throws IOException {
        Set<Path> sources = new TreeSet<>();
        for (String module : new String[] {"ejb", "web", "batch-jobs"}) {
            try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
