package org.computility.settlement.ledger;

import org.computility.settlement.Money;

/**
 * What a new transfer does to one account.
 *
 * @param amount above zero: the account gets it; below zero: the account gives it; never zero
 */
public record NewEntry(AccountKey account, Money amount) {

    public NewEntry {
        if (amount.amount().signum() == 0) {
            throw new IllegalArgumentException("nothing moves: " + account);
        }
    }
}
