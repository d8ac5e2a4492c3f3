package org.computility.trading;

/** The two sides of the market for data. */
public enum MarketSide {
    /** What is offered. */
    RESOURCE,
    /** What is wanted. */
    DEMAND;

    public MarketSide other() {
        return this == RESOURCE ? DEMAND : RESOURCE;
    }
}
