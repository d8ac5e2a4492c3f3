package org.computility.system.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of our own of some rooms, by every role in some organisations. What is refused changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DoorsContract {

    protected static final String ROOT = "platform/v1/";

    private static final String MISSING = "role-missing";

    private final Matrix whoMay;
    private final List<Door> doors;
    private final List<String> roots;
    private final Predicate<String> ours;

    /** To be made before all tests. */
    protected Set<String> operations;

    /** To be made before all tests. */
    protected StoredState state;

    /** To be made before all tests. */
    protected Crowd crowd;

    /** To be made before all tests: what stands for the names in braces, and other names in capitals. */
    protected Map<String, String> names;

    /**
     * @param whoMay a line for each right: {@code ok}, or the status, for 403 with its code unless the role is missing; {@code -} where another
     *     test looks
     * @param doors a line for each operation: the right, the operation, the query, the body
     * @param roots what the paths of the rooms begin with
     */
    protected DoorsContract(Matrix whoMay, String doors, String... roots) {
        this(whoMay, doors, operation -> true, roots);
    }

    /** @param ours which of the operations there: others are for other tests */
    protected DoorsContract(Matrix whoMay, String doors, Predicate<String> ours, String... roots) {
        this.whoMay = whoMay;
        this.ours = ours;
        this.doors = doors.lines().map(Door::of).toList();
        this.roots = List.of(roots);
    }

    /** One operation, who may, and a request that nothing is wrong with. */
    record Door(String right, String method, String path, String query, String body) {

        static Door of(String line) {
            String[] cells = Stream.of((line + " | | ").split("\\|", -1))
                    .map(String::strip)
                    .toArray(String[]::new);
            String[] operation = cells[1].split(" ", 2);
            return new Door(cells[0], operation[0], operation[1], cells[2], cells[3]);
        }

        @Override
        public String toString() {
            return method + " /" + ROOT + path;
        }
    }

    Stream<Door> doors() {
        return doors.stream();
    }

    @AfterAll
    protected void leave() {
        if (crowd != null) {
            crowd.leave();
        }
    }

    @Test
    void noDoorIsForgotten() {
        assertThat(operations)
                .containsExactlyInAnyOrderElementsOf(doors().map(Door::toString)
                        .map(DoorsContract::described)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void eachRoleMayDoWhatTheMatrixSays(Door door) {
        List<Matrix.Case> cases = whoMay.cases(door.right(), crowd).stream()
                .filter(one -> !one.expected().equals("-"))
                .toList();
        Map<String, String> before = state.now();
        SoftAssertions checks = new SoftAssertions();
        cases.stream().filter(one -> !one.isAllowed()).forEach(one -> {
            Answer answer = call(door, one.visitor());
            String[] expected = one.expected().split(" ");
            checks.assertThat(answer.status()).as("%s: %s", one, answer).hasToString(expected[0]);
            if (answer.status() == 403) {
                checks.assertThat(answer.failure())
                        .as("%s", one)
                        .isEqualTo(expected.length > 1 ? expected[1] : MISSING);
            }
        });
        checks.assertThat(state.now()).isEqualTo(before);
        cases.stream().filter(Matrix.Case::isAllowed).forEach(one -> {
            Answer answer = call(door, one.visitor());
            checks.assertThat(answer.status()).as("%s: %s", one, answer).isBetween(200, 299);
        });
        checks.assertAll();
    }

    private Answer call(Door door, Visitor by) {
        String path = ROOT + filled(door.path()) + (door.query().isEmpty() ? "" : "?" + filled(door.query()));
        if (door.body().isEmpty() && door.method().equals("POST")) {
            return by.post(path);
        }
        BodyPublisher body =
                door.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(door.body()));
        return door.body().isEmpty()
                ? by.send(by.request(path).method(door.method(), body).build())
                : by.send(door.method(), path, "application/json", body);
    }

    /** The text with its names replaced. */
    protected String filled(String text) {
        String full = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            full = full.replace(name.getKey(), name.getValue());
        }
        return full;
    }

    /** {@code {id of a spec}} is {@code {id}} in the description. */
    private static String described(String operation) {
        return operation.replaceAll("\\{(\\w+) of a \\w+}", "{$1}");
    }

    /** What the platform's own API description says that there is of these rooms. */
    protected Set<String> described(Platform platform) {
        String text =
                platform.anonymous().get("openapi?format=JSON").expect(200).text();
        Set<String> found = new TreeSet<>();
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            paths.forEach((path, methods) -> {
                if (roots.stream().anyMatch(root -> path.startsWith("/" + ROOT + root))) {
                    methods.asJsonObject().keySet().stream()
                            .filter(Set.of("get", "post", "put", "delete", "patch")::contains)
                            .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path));
                }
            });
        }
        found.removeIf(ours.negate());
        return found;
    }
}
