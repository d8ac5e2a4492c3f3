package org.computility.shared.database;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.computility.shared.BusinessFailure;

/** Lets the unique index decide: two servers can both pass a prior check, never the index. */
public final class UniqueKey {

    private static final String UNIQUE_VIOLATION = "23505";

    private UniqueKey() {}

    /** Runs the write and flush; a unique key it breaks becomes the refusal. Other failures pass. */
    public static void keep(Runnable writeAndFlush, Supplier<? extends BusinessFailure> refusal) {
        try {
            writeAndFlush.run();
        } catch (RuntimeException e) {
            throw isBroken(e) ? refusal.get() : e;
        }
    }

    /** Whether the failure comes from a unique key. */
    public static boolean isBroken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
