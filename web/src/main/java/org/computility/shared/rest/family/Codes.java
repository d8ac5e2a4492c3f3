package org.computility.shared.rest.family;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The numbers of one family's failures, one a cause, listed in {@code ‹family›-codes.properties} and
 * {@code docs/failure-codes.md}: {@code member-missing=40001}, or {@code member-missing=400/0203} where the standard prints
 * the HTTP status with the number.
 */
final class Codes {

    private final Map<String, String> numbers;
    private final Function<Failure, String> otherwise;

    /** @param otherwise the number of a cause that has no number yet */
    Codes(String family, Function<Failure, String> otherwise) {
        numbers = read(family + "-codes.properties");
        this.otherwise = otherwise;
    }

    /** Numbers of our own: HTTP status × 100 + n; 99 for a cause that has no number yet. */
    static Codes ofStatus(String family) {
        return new Codes(family, failure -> failure.status() + "99");
    }

    /** The failure's number. */
    String number(Failure failure) {
        String line = numbers.get(failure.code());
        return line == null ? otherwise.apply(failure) : line.substring(line.indexOf('/') + 1);
    }

    /** The HTTP status printed with the number, else the failure's own. */
    int status(Failure failure) {
        String line = numbers.getOrDefault(failure.code(), "");
        int slash = line.indexOf('/');
        return slash < 0 ? failure.status() : Integer.parseInt(line.substring(0, slash));
    }

    Map<String, String> all() {
        return numbers;
    }

    static Map<String, String> read(String file) {
        Properties lines = new Properties();
        try (InputStream in = Codes.class.getResourceAsStream(file)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key, key -> lines.getProperty(key).strip()));
    }
}
