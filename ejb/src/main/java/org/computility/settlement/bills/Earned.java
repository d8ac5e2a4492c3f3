package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.ledger.NewEntry;
import org.computility.settlement.ledger.NewTransfer;
import org.computility.settlement.ledger.TransferKind;

/**
 * What an order has earned for its payee.
 *
 * @param creditInfo where the payee wants its money, or null
 * @param earned less the platform's fees, and what was reversed
 * @param paidOut what of it was paid out
 * @param payouts how many there were
 */
record Earned(
        UUID orderId,
        UUID payee,
        String currency,
        String creditInfo,
        BigDecimal earned,
        BigDecimal paidOut,
        long payouts) {

    BigDecimal open() {
        return earned.subtract(paidOut);
    }

    boolean isOpen() {
        return open().signum() > 0;
    }

    /** The next payout. */
    NewTransfer transfer(BigDecimal amount) {
        Money money = new Money(amount, currency);
        return new NewTransfer(
                NamedId.of("payout", orderId, number()),
                TransferKind.PAYOUT,
                "order " + orderId + ", payout " + number(),
                List.of(
                        new NewEntry(AccountKey.payable(payee), money.negated()),
                        new NewEntry(AccountKey.CASH, money)));
    }

    long number() {
        return payouts + 1;
    }

    /** What of it its payee's account covers; that is taken from what the account holds for the next one. */
    BigDecimal take(Map<UUID, BigDecimal> held) {
        UUID account = AccountKey.payable(payee).id(currency);
        BigDecimal amount = open().min(held.get(account)).max(BigDecimal.ZERO);
        held.merge(account, amount, BigDecimal::subtract);
        return amount;
    }
}
