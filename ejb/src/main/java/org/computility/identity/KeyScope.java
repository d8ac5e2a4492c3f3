package org.computility.identity;

/** What an application key opens; each but {@link #READ} opens all of one part of the platform. */
public enum KeyScope {
    /** Whatever changes nothing. */
    READ,
    /** Jobs and data sets (T/AI 123.8). */
    JOBS,
    /** Calls of services that run (T/AI 123.8 A.15). */
    SERVICES,
    /** Centers, specs, images. */
    CENTERS,
    /** Nodes, packages, algorithm services, plans, results (T/BAX 0006.5). */
    ALGORITHMS,
    /** The market (T/AI 123.12). */
    MARKET,
    /** The ledger, orders and bills. */
    MONEY,
    /** Batch runs. */
    OPERATIONS
}
