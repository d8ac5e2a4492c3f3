package org.computility.reporting.signing;

/** How closely the signatures of an account are checked. */
public enum SignMode {
    /** The signature must be right. */
    VERIFY,
    /** There must be one, whatever it is: for clients that sign by a rule of their own. */
    PRESENT,
    /** The signature must be right and cover the time and a number used once, so that the same request comes once only. */
    FRESH
}
