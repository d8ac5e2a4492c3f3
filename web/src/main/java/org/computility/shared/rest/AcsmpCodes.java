package org.computility.shared.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The numbers of T/BAX 0006.5's {@code Code}. The standard names none, so they are the project's own: HTTP status × 100 +
 * n, one per cause, listed in {@code acsmp-codes.properties} and {@code docs/failure-codes.md}.
 */
final class AcsmpCodes {

    private static final Map<String, Integer> NUMBERS = read();

    private AcsmpCodes() {}

    /** The failure's number; status × 100 + 99 for a cause that has none yet. */
    static int number(Failure failure) {
        return NUMBERS.getOrDefault(failure.code(), failure.status() * 100 + 99);
    }

    static Map<String, Integer> all() {
        return NUMBERS;
    }

    private static Map<String, Integer> read() {
        Properties codes = new Properties();
        try (InputStream in = AcsmpCodes.class.getResourceAsStream("acsmp-codes.properties")) {
            codes.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        code -> code,
                        code -> Integer.valueOf(codes.getProperty(code).strip())));
    }
}
