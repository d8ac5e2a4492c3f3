package org.computility.settlement.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;

/**
 * Something that an organisation buys of another.
 *
 * @param id made by who asks, and the same at each retry
 * @param buyer the organisation whose prepaid balance pays
 * @param seller the organisation that earns the price, less the fee
 * @param price above zero: what costs nothing is no purchase
 * @param subject what is bought, at most 500 characters: {@code order 4711}
 */
public record NewPurchase(UUID id, UUID buyer, UUID seller, Money price, String subject) {

    public NewPurchase {
        if (!price.isPositive()) {
            throw new IllegalArgumentException("A price is above zero, not " + price + ".");
        }
    }

    /** What moves: the price from the buyer, the fee to the platform, the rest to the seller. */
    NewTransfer transfer(Money fee) {
        List<NewEntry> entries = new ArrayList<>();
        entries.add(new NewEntry(AccountKey.prepaid(buyer), price.negated()));
        add(entries, AccountKey.payable(seller), price.minus(fee));
        add(entries, AccountKey.FEE, fee);
        return new NewTransfer(id, TransferKind.PURCHASE, subject, entries);
    }

    private static void add(List<NewEntry> entries, AccountKey account, Money amount) {
        if (amount.isPositive()) {
            entries.add(new NewEntry(account, amount));
        }
    }

    /** The same for the same purchase, whatever the fee is by now. */
    String content() {
        return "PURCHASE " + subject + ": " + buyer + " of " + seller + " for " + price;
    }
}
