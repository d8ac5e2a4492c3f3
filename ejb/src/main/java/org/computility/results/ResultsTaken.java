package org.computility.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Results have come in that capabilities follow; told in the transaction that stores them. Results without followers are
 * not told.
 *
 * @param organisationId whose results
 */
public record ResultsTaken(UUID organisationId, List<Taken> results) {

    public ResultsTaken {
        results = List.copyOf(results);
    }

    /**
     * A new result with a crop.
     *
     * @param day of its time, UTC
     * @param instance that found it
     * @param capability that found it
     * @param sequence among the results of the instance
     */
    public record Taken(LocalDate day, UUID id, UUID instance, String capability, Instant time, long sequence) {}
}
