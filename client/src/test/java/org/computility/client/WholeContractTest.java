package org.computility.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client asks every operation of the API description, but those that have a reason here; and none that is not in it. */
class WholeContractTest {

    private static final String LINK =
            "A signed link that the platform gives: whoever has it needs neither token nor client.";
    private static final String LOGIN =
            "The login as a standard prints it. The client has the platform's own, whose token all families take.";
    private static final String NODE = "A node's call, in the language of docs/southbound.md.";
    private static final String PROBE = "For probes and scrapers, which have clients of their own.";

    /** What is left out on purpose, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("POST /api/token", LOGIN),
            entry("POST /auth/tokens", LOGIN),
            entry(
                    "GET /platform/v1/crypto/sm2",
                    "For passwords that travel without TLS; the client sends them over TLS."),
            entry("GET /platform/v1/packages/{id}/content", LINK),
            entry("GET /platform/v1/licence-files/{id}/content", LINK),
            entry("GET /platform/v1/job-logs/{taskId}/{use}", LINK),
            entry("GET /platform/v1/results/{day}/{id}/crop", LINK),
            entry("GET /platform/v1/market/deliveries/{deliveryID}/content", LINK),
            entry("POST /platform/v1/results", NODE),
            entry(
                    "POST /platform/v1/settlement/payments/{id}/confirmation",
                    "The payment gateway's call: signed, without a token."),
            entry("GET /v1/application/userSettlement", "The same as its POST, which the client sends."),
            entry("GET /platform/v1/metrics", PROBE),
            entry("GET /platform/v1/health/ready", PROBE),
            entry("GET /platform/v1/health/live", PROBE));

    private static final Path DESCRIPTION = Path.of("..", "web", "src", "main", "openapi", "paths");
    private static final Pattern PATH = Pattern.compile("  (/\\S+):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|patch|delete):");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    @TempDir
    Path folder;

    @Test
    void everyOperationIsAskedOrHasAReason() throws Exception {
        Set<String> described = described();
        Set<String> asked = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        for (String call : asked()) {
            described.stream()
                    .filter(operation -> is(operation, call))
                    // The one that says most: a word in a path is no parameter.
                    .min(Comparator.comparingLong(WholeContractTest::parameters))
                    .ifPresentOrElse(asked::add, () -> unknown.add(call));
        }

        assertThat(unknown).as("asked, and not described").isEmpty();
        assertThat(LEFT_OUT.keySet()).as("left out, and asked").doesNotContainAnyElementsOf(asked);
        Set<String> families = described.stream()
                .filter(operation -> !operation.contains(" /ACSMP/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = new TreeSet<>(LEFT_OUT.keySet());
        asked.stream().filter(operation -> !operation.contains(" /ACSMP/")).forEach(told::add);
        assertThat(told).as("asked, or left out with a reason").isEqualTo(families);
    }

    /** What every method of the client sends, from a platform that answers nothing of use. */
    private Set<String> asked() throws Exception {
        Samples samples = new Samples(Files.writeString(folder.resolve("file"), "content"));
        try (FakePlatform platform = new FakePlatform();
                ComputilityClient client = ComputilityClient.at(platform.uri()).withToken("t0ken")) {
            platform.answers(200, "{}");
            callAll(client, samples);
            for (Method group : methods(ComputilityClient.class)) {
                if (group.getParameterCount() == 0 && group.getReturnType() != void.class) {
                    callAll(group.invoke(client), samples);
                }
            }
            return new TreeSet<>(platform.operations());
        }
    }

    private static void callAll(Object group, Samples samples) throws ReflectiveOperationException {
        for (Method method : methods(group.getClass())) {
            try {
                method.invoke(group, samples.of(method.getParameterTypes()));
            } catch (InvocationTargetException answerOfNoUse) {
                assertThat(answerOfNoUse.getCause()).as("%s", method).isInstanceOf(RuntimeException.class);
            }
        }
    }

    private static Iterable<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("close"))
                .toList();
    }

    private static boolean is(String operation, String call) {
        String pattern =
                Stream.of(PARAMETER.split(operation, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
        return call.matches(pattern);
    }

    private static long parameters(String operation) {
        return PARAMETER.matcher(operation).results().count();
    }

    private static Set<String> described() throws IOException {
        try (Stream<Path> files = Files.list(DESCRIPTION)) {
            Set<String> operations =
                    files.flatMap(WholeContractTest::operations).collect(Collectors.toCollection(TreeSet::new));
            assertThat(operations).hasSizeGreaterThan(250);
            return operations;
        }
    }

    private static Stream<String> operations(Path file) {
        try {
            Stream.Builder<String> operations = Stream.builder();
            String path = null;
            for (String line : Files.readAllLines(file)) {
                Matcher begun = PATH.matcher(line);
                Matcher method = METHOD.matcher(line);
                if (begun.matches()) {
                    path = begun.group(1);
                } else if (method.matches()) {
                    operations.add(method.group(1).toUpperCase(Locale.ROOT) + " " + path);
                }
            }
            return operations.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
