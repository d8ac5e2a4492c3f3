package org.computility.reporting.duplicates.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What cities are called, by the first four digits of their codes (GB/T 2260, with the prefectures that came since). A city that is
 * not listed only stays in the names that are compared: the list refuses nothing.
 */
final class Prefectures {

    private static final int DIGITS = 4;
    private static final int PROVINCE_DIGITS = 2;
    private static final Map<String, String> NAMES = read();

    private Prefectures() {}

    /** Without 市; an empty text where it is unknown. */
    static String name(String city) {
        return NAMES.getOrDefault(city.substring(0, Math.min(DIGITS, city.length())), "");
    }

    private static Map<String, String> read() {
        Map<String, String> names = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Prefectures.class.getResourceAsStream("prefectures.txt"), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(" ")).forEach(row -> {
                for (int i = 1; i < row.length; i++) {
                    names.put(row[0] + row[i].substring(0, PROVINCE_DIGITS), row[i].substring(PROVINCE_DIGITS));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
