package org.computility.settlement.ledger;

import java.util.UUID;

/**
 * Which account, in whatever currency. An account is opened by its first transfer.
 *
 * @param organisationId null for accounts of the platform
 */
public record AccountKey(UUID organisationId, AccountKind kind) {

    public static final AccountKey FEE = new AccountKey(null, AccountKind.FEE);
    public static final AccountKey CASH = new AccountKey(null, AccountKind.CASH);

    public AccountKey {
        if (kind.isOwned() == (organisationId == null)) {
            throw new IllegalArgumentException("not an owner of a " + kind + " account: " + organisationId);
        }
    }

    /** What the organisation has paid in. */
    public static AccountKey prepaid(UUID organisationId) {
        return new AccountKey(organisationId, AccountKind.PREPAID);
    }

    /** What the organisation has earned. */
    public static AccountKey payable(UUID organisationId) {
        return new AccountKey(organisationId, AccountKind.PAYABLE);
    }

    /** Known before the account is: so that all lock in one order, and two open no second one. */
    public UUID id(String currency) {
        return NamedId.of("ledger account", organisationId, kind, currency);
    }
}
