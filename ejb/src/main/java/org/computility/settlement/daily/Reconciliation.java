package org.computility.settlement.daily;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Proves that usage, bills, charges, entries, balances and payouts agree. */
@Stateless
public class Reconciliation {

    @Inject
    Differences differences;

    /**
     * The first difference, in words; empty where the books agree. It reads while others write: each comparison is one
     * statement, which sees one moment.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<String> difference() {
        Stream<Supplier<List<String>>> comparisons = Stream.of(
                differences::ofTransfers,
                differences::ofBalances,
                differences::ofUsage,
                differences::ofPrices,
                differences::ofTerms,
                differences::ofUnrated,
                differences::ofCharges,
                differences::ofPayments,
                differences::ofPayouts,
                differences::ofEarnings,
                differences::ofBatches,
                differences::ofSealRecords);
        return comparisons
                .flatMap(comparison -> comparison.get().stream())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
