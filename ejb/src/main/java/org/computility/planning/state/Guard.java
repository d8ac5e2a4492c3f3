package org.computility.planning.state;

/**
 * Asks the state of rows that a statement has by their IDs, hidden from the planner's estimate. The planner's
 * statistics are minutes old: when a thousand instances start, none was PENDING a minute ago, so the planner expects
 * one row and compares each of a thousand with each of a thousand. Of a case expression it expects half of the rows.
 */
public final class Guard {

    /** Before the question. */
    public static final String IF = " case when ";

    /** After it. */
    public static final String THEN = " then true end ";

    private Guard() {}
}
