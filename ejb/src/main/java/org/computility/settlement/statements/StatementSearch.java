package org.computility.settlement.statements;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Which entries.
 *
 * @param account the ID of an account of the ledger
 * @param from the earliest; null: from the beginning
 * @param to the end, itself excluded; null: up to now
 */
public record StatementSearch(UUID account, Instant from, Instant to) {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    Instant begin() {
        return Objects.requireNonNullElse(from, BEGINNING);
    }

    Instant end() {
        return Objects.requireNonNullElse(to, END);
    }
}
