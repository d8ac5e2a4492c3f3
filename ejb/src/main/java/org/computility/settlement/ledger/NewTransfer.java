package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Money that is to move.
 *
 * @param id made by who asks, and the same at each retry
 * @param subject what it is for, at most 500 characters: {@code order 4711}
 * @param entries at least two, of one currency, each of another account; they add up to nothing
 */
public record NewTransfer(UUID id, TransferKind kind, String subject, List<NewEntry> entries) {

    public NewTransfer {
        entries = List.copyOf(entries);
        if (entries.size() < 2 || of(entries, NewEntry::account) < entries.size()) {
            throw new IllegalArgumentException("A transfer moves money between two accounts or more: " + entries);
        }
        if (of(entries, entry -> entry.amount().currency()) > 1 || sum(entries).signum() != 0) {
            throw new IllegalArgumentException("The entries add up to nothing, in one currency: " + entries);
        }
        if (kind == TransferKind.REVERSAL) {
            throw new IllegalArgumentException("A reversal is made of what it reverses.");
        }
    }

    /** That of all entries. */
    public String currency() {
        return entries.get(0).amount().currency();
    }

    private static long of(List<NewEntry> entries, Function<NewEntry, ?> member) {
        return entries.stream().map(member).distinct().count();
    }

    private static BigDecimal sum(List<NewEntry> entries) {
        return entries.stream().map(entry -> entry.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same for the same content, whatever the order of its entries. */
    String content() {
        return entries.stream()
                .map(entry -> entry.account().id(currency()) + " " + entry.amount())
                .sorted()
                .collect(Collectors.joining(", ", kind + " " + subject + ": ", ""));
    }
}
