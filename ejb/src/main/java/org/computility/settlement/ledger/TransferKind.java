package org.computility.settlement.ledger;

/** Why money moves. */
public enum TransferKind {
    /** It comes in. */
    DEPOSIT,
    /** Something was bought. */
    PURCHASE,
    /** Something was used. */
    USAGE,
    /** It goes out to who has earned it. */
    PAYOUT,
    /** Another transfer was wrong, or is undone. */
    REVERSAL
}
