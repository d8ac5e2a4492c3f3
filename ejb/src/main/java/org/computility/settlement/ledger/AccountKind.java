package org.computility.settlement.ledger;

/** What the money of an account is. A positive balance is money that the platform owes to the account's owner. */
public enum AccountKind {
    /** What an organisation has paid in and not spent; never below zero. */
    PREPAID(true, true),
    /** What an organisation has earned and not been paid; below zero where a sale that was paid out is reversed. */
    PAYABLE(true, false),
    /** What the platform has earned. */
    FEE(false, false),
    /** The world outside: below zero by the money that the platform holds for all others. */
    CASH(false, false);

    private final boolean owned;
    private final boolean covered;

    AccountKind(boolean owned, boolean covered) {
        this.owned = owned;
        this.covered = covered;
    }

    /** Whether each organisation has one; else the platform has the only one. */
    public boolean isOwned() {
        return owned;
    }

    /** Whether nothing can be taken that is not there. */
    boolean isCovered() {
        return covered;
    }
}
