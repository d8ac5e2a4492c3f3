package org.computility.settlement.prices;

/** What is counted (T/AI 123.12 {@code billingMethod}). */
public enum UsageUnit {
    CALL,
    TOKEN,
    /** Of a term: its days. Where use is metered: days, in the platform's zone, on which there was any. */
    DAY,
    /** Of running time on one node: what jobs use (T/AI 123.8 7.1). */
    SECOND
}
