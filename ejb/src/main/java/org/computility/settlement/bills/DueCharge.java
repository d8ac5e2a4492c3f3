package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.NewEntry;
import org.computility.settlement.ledger.NewTransfer;
import org.computility.settlement.ledger.TransferKind;

/**
 * What an order has been charged for and not paid. Its ID is that of the transfer that pays it.
 *
 * @param amount below zero: what comes back
 */
record DueCharge(
        UUID id,
        UUID orderId,
        String billedIn,
        int number,
        UUID payer,
        UUID payee,
        String currency,
        BigDecimal amount) {

    /** What moves: the amount from the payer, the fee to the platform, the rest to the payee; the other way round below zero. */
    NewTransfer transfer(BigDecimal feePercent) {
        Money price = new Money(amount, currency);
        Money fee = price.percent(feePercent);
        List<NewEntry> entries = new ArrayList<>();
        entries.add(new NewEntry(AccountKey.prepaid(payer), price.negated()));
        add(entries, AccountKey.payable(payee), price.minus(fee));
        add(entries, AccountKey.FEE, fee);
        return new NewTransfer(id, TransferKind.USAGE, subject(), entries);
    }

    UUID payerAccount() {
        return AccountKey.prepaid(payer).id(currency);
    }

    private String subject() {
        return "order " + orderId + ", bill of " + billedIn + ", charge " + number;
    }

    private static void add(List<NewEntry> entries, AccountKey account, Money amount) {
        if (amount.amount().signum() != 0) {
            entries.add(new NewEntry(account, amount));
        }
    }
}
