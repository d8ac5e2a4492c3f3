package org.computility.benchmarks.platform;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what the database will tell. */
final class Patience {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(5);

    private Patience() {}

    /** A question to the database. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    /** Asks until it holds; throws with the complaint when it does not in five minutes. */
    static void await(Condition condition, String complaint) throws SQLException {
        await(condition, complaint, BETWEEN_QUESTIONS, LIMIT);
    }

    /** The same for questions that cost something, or take longer. */
    static void await(Condition condition, String complaint, Duration betweenQuestions, Duration limit)
            throws SQLException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new IllegalStateException(complaint + " after " + limit);
            }
            LockSupport.parkNanos(betweenQuestions.toNanos());
        }
    }
}
