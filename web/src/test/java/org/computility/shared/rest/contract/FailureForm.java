package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computility.shared.rest.family.Family;

/** How the API description shows the refusals of a family. */
enum FailureForm {
    ACSMP("AcsmpFailure", "Code"),
    NETWORK("NetworkFailure", "errorCode") {
        /** What the annex does not number has the status that the other families number it with. */
        @Override
        Map<String, String> codes() {
            Map<String, String> codes = new TreeMap<>(TRADING.codes());
            codes.putAll(super.codes());
            return codes;
        }

        /** Annex B has 0101 twice; what it does not number is 1 and its status. */
        @Override
        Set<Integer> statuses(JsonObject failure) {
            String number = failure.getString("errorCode");
            return number.startsWith("1")
                    ? Set.of(Integer.parseInt(number.substring(1)))
                    : super.codes().values().stream()
                            .filter(line -> line.endsWith("/" + number))
                            .map(FailureForm::status)
                            .collect(Collectors.toSet());
        }
    },
    TRADING("TradingFailure", "code"),
    MONITORING("MonitoringFailure", "code") {
        /** What annex C does not number has the status that the other families number it with. */
        @Override
        Map<String, String> codes() {
            Map<String, String> codes = new TreeMap<>(TRADING.codes());
            codes.putAll(super.codes());
            return codes;
        }

        /** 99999 stands for every other cause. */
        @Override
        Set<Integer> statuses(JsonObject failure) {
            return failure.getInt("code") == OTHER ? OTHER_STATUSES : super.statuses(failure);
        }
    },
    /** Its names are those that T/BAX 0006.5 and the market number. */
    PLATFORM("Problem", "code") {
        @Override
        String mediaType() {
            return "application/problem+json";
        }

        @Override
        Map<String, String> codes() {
            Map<String, String> codes = new TreeMap<>(TRADING.codes());
            codes.putAll(ACSMP.codes());
            return codes;
        }

        @Override
        Set<Integer> statuses(JsonObject failure) {
            int status = statusOf(failure.getString("code")).orElseThrow();
            assertThat(failure.getInt("status")).isEqualTo(status);
            return Set.of(status);
        }
    };

    private static final int OTHER = 99999;
    private static final Set<Integer> OTHER_STATUSES = Set.of(400, 404, 406, 409, 413, 415, 429, 500, 502, 503, 504);

    private final String schema;
    private final String member;

    FailureForm(String schema, String member) {
        this.schema = schema;
        this.member = member;
    }

    /** That of every operation, by its name. */
    static Map<String, FailureForm> byOperation() {
        Map<String, FailureForm> forms = new TreeMap<>();
        Operation.allByName().forEach((name, operation) -> forms.put(name, of(operation.family())));
        return forms;
    }

    private static FailureForm of(Family family) {
        return valueOf(family.name());
    }

    String schema() {
        return schema;
    }

    String mediaType() {
        return "application/json";
    }

    /** The HTTP status that answers the code, when the family has it. */
    Optional<Integer> statusOf(String code) {
        return Optional.ofNullable(codes().get(code)).map(FailureForm::status);
    }

    /** The HTTP statuses that go with the number of an example. */
    Set<Integer> statuses(JsonObject failure) {
        JsonValue shown = failure.get(member);
        String number = shown instanceof JsonString text ? text.getString() : shown.toString();
        return codes().values().stream()
                .filter(line -> line.endsWith(number))
                .map(FailureForm::status)
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> new AssertionError("no code of " + this + ": " + failure));
    }

    /** Annex B prints the status with the number; ours begin with it; annex C's go with the status that HTTP tells them with. */
    private static int status(String line) {
        return switch (line) {
            case "10001", "10002" -> 401;
            case "10003" -> 403;
            case "10004", "10005", "10006" -> 400;
            default -> Integer.parseInt(line.substring(0, 3));
        };
    }

    Map<String, String> codes() {
        Properties codes = new Properties();
        try (InputStream in = Family.class.getResourceAsStream(name().toLowerCase(Locale.ROOT) + "-codes.properties")) {
            codes.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> lines = new TreeMap<>();
        codes.stringPropertyNames()
                .forEach(code -> lines.put(code, codes.getProperty(code).strip()));
        return lines;
    }
}
