package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.settlement.ledger.Ledger;

/** Charges that are to be paid together: each account is locked once. */
final class Dues {

    private final List<DueCharge> charges;
    private final BigDecimal feePercent;

    Dues(List<DueCharge> charges, BigDecimal feePercent) {
        this.charges = charges;
        this.feePercent = feePercent;
    }

    /** All of them, or PaymentDue {@code balance-short}. */
    UUID[] payAll(Ledger ledger) {
        return post(ledger, charges);
    }

    /**
     * What the balances cover, the oldest first: behind a charge that an organisation cannot pay, the later ones wait, so that
     * small ones do not take what the large one waits for.
     */
    UUID[] payCovered(Ledger ledger) {
        if (charges.isEmpty()) {
            return new UUID[0];
        }
        Map<UUID, BigDecimal> held = ledger.hold(
                charges.stream().map(charge -> charge.transfer(feePercent)).toList());
        Set<UUID> waiting = new HashSet<>();
        return post(
                ledger,
                charges.stream().filter(charge -> covers(held, waiting, charge)).toList());
    }

    private static boolean covers(Map<UUID, BigDecimal> held, Set<UUID> waiting, DueCharge charge) {
        UUID payer = charge.payerAccount();
        BigDecimal left = held.get(payer).subtract(charge.amount());
        if (charge.amount().signum() > 0 && (left.signum() < 0 || waiting.contains(payer))) {
            waiting.add(payer);
            return false;
        }
        held.put(payer, left);
        return true;
    }

    private UUID[] post(Ledger ledger, Collection<DueCharge> some) {
        if (!some.isEmpty()) {
            ledger.postAll(
                    some.stream().map(charge -> charge.transfer(feePercent)).toList());
        }
        return some.stream().map(DueCharge::id).toArray(UUID[]::new);
    }
}
