package org.computility.shared.rest.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.BusinessFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure that the code throws has a number, in each family that can meet it, and a line in the documentation. */
class FailureCodesTest {

    private static final Map<String, Integer> STATUS = Map.of(
            "Rejected", 400,
            "Unauthenticated", 401,
            "PaymentDue", 402,
            "Denied", 403,
            "NotFound", 404,
            "Conflict", 409,
            "Throttled", 429,
            "Unavailable", 503);
    private static final Map<String, Codes> BY_STANDARD = Map.of(
            "T/BAX 0006.5", AcsmpEnvelope.CODES,
            "T/AI 123.8", NetworkRefusal.CODES,
            "T/AI 123.12", TradingEnvelope.CODES,
            "TC609", MonitoringEnvelope.CODES);

    /** Rooms whose refusals any family may have to tell. */
    private static final Pattern GROUND = Pattern.compile("/org/computility/(shared|identity|audit)/");

    private static final Pattern THROWN =
            Pattern.compile("new (" + String.join("|", STATUS.keySet()) + ")\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern SECTION = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| ([0-9/]+) \\| ((?:`[a-z0-9-]+`(?:, )?)+) \\| \\S", Pattern.MULTILINE);

    static Collection<Codes> numberedByStatus() {
        return List.of(AcsmpEnvelope.CODES, TradingEnvelope.CODES);
    }

    @Test
    void everyKindOfRefusalIsLookedFor() {
        assertThat(STATUS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BusinessFailure.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void everyCodeThrownHasOneStatusAndANumberInSomeFamily() throws IOException {
        Map<String, Integer> thrown = thrownIn(sources());

        assertThat(thrown).isNotEmpty();
        assertThat(BY_STANDARD.values().stream().flatMap(codes -> codes.all().keySet().stream()))
                .containsAll(thrown.keySet());
    }

    @ParameterizedTest
    @MethodSource("numberedByStatus")
    void whatAnyFamilyMayRefuseHasANumberOfItsOwnWhereTheNumbersAreOurs(Codes codes) throws IOException {
        Set<Path> ground = sources().stream()
                .filter(source -> GROUND.matcher(source.toString()).find())
                .collect(Collectors.toSet());

        assertThat(codes.all().keySet())
                .containsAll(thrownIn(ground).keySet())
                .containsAll(
                        Failures.PROTOCOL.values().stream().map(Failure::code).toList());
    }

    @ParameterizedTest
    @MethodSource("numberedByStatus")
    void aNumberOfOursBeginsWithTheStatusThatIsThrown(Codes codes) throws IOException {
        Map<String, Integer> thrown = new TreeMap<>(thrownIn(sources()));
        thrown.keySet().retainAll(codes.all().keySet());

        thrown.forEach((code, status) -> assertThat(codes.all().get(code))
                .as(code)
                .startsWith(status.toString())
                .hasSize(5));
        assertThat(codes.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void aCauseHasTheSameNumberWhereverTheNumbersAreOurs() {
        Map<String, String> both = new TreeMap<>(TradingEnvelope.CODES.all());
        both.keySet().retainAll(AcsmpEnvelope.CODES.all().keySet());

        assertThat(AcsmpEnvelope.CODES.all()).containsAllEntriesOf(both);
    }

    @Test
    void annexBOfThePartOnApplicationsIsWhole() {
        assertThat(NetworkRefusal.CODES.all().values())
                .containsOnly(
                        "401/0101",
                        "401/0102",
                        "401/0103",
                        "400/0201",
                        "400/0202",
                        "400/0203",
                        "400/0204",
                        "400/0205",
                        "400/0206",
                        "400/0207",
                        "400/0208",
                        "400/0210",
                        "400/0211",
                        "400/0220",
                        "400/0221",
                        "400/0230",
                        "400/0240",
                        "400/0241",
                        "500/0100",
                        "500/0101");
    }

    @Test
    void annexCOfTheMonitoringStandardIsWhole() {
        assertThat(MonitoringEnvelope.CODES.all().values())
                .containsOnly("10001", "10002", "10003", "10004", "10005", "10006");
    }

    @Test
    void theDocumentationListsExactlyTheseCodes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "failure-codes.md"));
        Map<String, Map<String, String>> documented = new TreeMap<>();
        String[] sections = SECTION.split(page);
        List<String> titles =
                SECTION.matcher(page).results().map(title -> title.group(1)).toList();
        for (int i = 0; i < titles.size(); i++) {
            documented.put(titles.get(i), rows(sections[i + 1]));
        }

        Map<String, Map<String, String>> coded = new TreeMap<>();
        BY_STANDARD.forEach((standard, codes) -> coded.put(standard, codes.all()));
        assertThat(documented).isEqualTo(coded);
    }

    private static Map<String, String> rows(String section) {
        return ROW.matcher(section)
                .results()
                .flatMap(row ->
                        Stream.of(row.group(2).split(", ")).map(code -> Map.entry(code.replace("`", ""), row.group(1))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> thrownIn(Set<Path> sources) throws IOException {
        Map<String, Integer> thrown = new TreeMap<>();
        for (Path source : sources) {
            var matcher = THROWN.matcher(Files.readString(source));
            while (matcher.find()) {
                Integer status = STATUS.get(matcher.group(1));
                assertThat(thrown.put(matcher.group(2), status))
                        .as("%s has one status (%s)", matcher.group(2), source)
                        .isIn(null, status);
            }
        }
        return thrown;
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
