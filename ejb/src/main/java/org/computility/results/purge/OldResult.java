package org.computility.results.purge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What decides whether a result may go. */
public record OldResult(LocalDate day, UUID id, Instant time, String algoDefCode) {

    public ResultKey key() {
        return new ResultKey(day, id);
    }
}
