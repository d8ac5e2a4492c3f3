package org.computility.planning.state;

/**
 * Asks the state of rows that a statement has by their IDs, without the planner estimating from it how many they are. Its
 * statistics are minutes old: when a thousand instances start, none was PENDING a minute ago, so it expects one row and
 * compares each of a thousand with each of a thousand. Of a case expression it expects half.
 */
public final class Guard {

    /** Before the question. */
    public static final String IF = " case when ";

    /** After it. */
    public static final String THEN = " then true end ";

    private Guard() {}
}
