package org.computility.reporting.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real city: its code of GB/T 2260, and about where it lies. */
record SyntheticCity(String name, String code, String province, double longitude, double latitude) {

    static final List<SyntheticCity> ALL = read();

    String provinceCode() {
        return code.substring(0, 2) + "0000";
    }

    private static List<SyntheticCity> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SyntheticCity.class.getResourceAsStream("cities.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(","))
                    .map(SyntheticCity::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SyntheticCity of(String[] row) {
        return new SyntheticCity(row[0], row[1], row[2], Double.parseDouble(row[3]), Double.parseDouble(row[4]));
    }
}
