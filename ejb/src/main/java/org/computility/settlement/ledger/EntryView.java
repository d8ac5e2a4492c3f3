package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.util.UUID;
import org.computility.settlement.Money;

/**
 * What a transfer did to one account.
 *
 * @param account its ID
 * @param organisationId whose account; null for the platform's
 * @param amount above zero: the account got it; below zero: the account gave it
 */
public record EntryView(UUID account, UUID organisationId, AccountKind kind, BigDecimal amount, String currency) {

    NewEntry back() {
        return new NewEntry(new AccountKey(organisationId, kind), new Money(amount.negate(), currency));
    }
}
