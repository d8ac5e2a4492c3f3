package org.computility.settlement.prices;

/** What is paid for: a term, or what was used (T/AI 123.12 {@code billingType}). */
public enum BillingType {
    FIXED_TERM,
    METERED
}
