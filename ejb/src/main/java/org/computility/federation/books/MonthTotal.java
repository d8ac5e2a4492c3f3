package org.computility.federation.books;

import java.util.List;
import java.util.stream.Collectors;
import org.computility.shared.keys.Hashes;

/**
 * All reports of a month together.
 *
 * @param month {@code 2026-10}
 * @param hash SHA-256 of a line for each, by the centers' ids: the id, a space, the hash of the figures; line feeds between
 */
public record MonthTotal(String month, int reports, String hash) {

    /** Of reports of one month, which are in the order of the centers' ids. */
    static MonthTotal of(String month, List<ReportEntry> reports) {
        String lines = reports.stream()
                .map(report -> report.centerId() + " " + report.hash())
                .collect(Collectors.joining("\n"));
        return new MonthTotal(month, reports.size(), Hashes.hex(Hashes.sha256(lines)));
    }
}
