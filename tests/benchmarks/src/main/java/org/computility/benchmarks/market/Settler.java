package org.computility.benchmarks.market;

import java.sql.SQLException;

/** Rates usage and posts what it costs. */
interface Settler {

    String name();

    /** All of the set, and nothing else: nothing else is there. */
    void settle(UsageSet set) throws SQLException;
}
