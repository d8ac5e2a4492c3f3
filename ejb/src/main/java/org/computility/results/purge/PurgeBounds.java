package org.computility.results.purge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How old results must be to go.
 *
 * @param before results of earlier times go
 * @param longer for some capabilities, by their codes: results of earlier times than this go, and later ones are kept
 */
public record PurgeBounds(Instant before, Map<String, Instant> longer) {

    public PurgeBounds {
        longer = Map.copyOf(longer);
    }

    /**
     * Whether a result whose time is before {@link #before} stays, because its capability's results are kept longer.
     */
    public boolean keeps(OldResult result) {
        Instant own = longer.get(result.algoDefCode());
        return own != null && !result.time().isBefore(own);
    }

    /** The first day, UTC, of which not all results are old. */
    public LocalDate firstDayThatStays() {
        return before.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
