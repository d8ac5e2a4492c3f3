package org.computility.shared.space;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Failures that come of a disk without room: this server's or the database's. */
public final class FullDisk {

    /** PostgreSQL's disk_full. */
    private static final String STATE = "53100";

    /** What Linux says of ENOSPC and EDQUOT; Java tells it in the message only. */
    private static final String NO_SPACE = "No space left on device";

    private static final String NO_QUOTA = "Disk quota exceeded";

    private FullDisk() {}

    /** Whether the failure, or a cause of it, is one. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .anyMatch(FullDisk::says);
    }

    private static boolean says(Throwable cause) {
        if (cause instanceof SQLException answer) {
            return STATE.equals(answer.getSQLState());
        }
        String message = cause.getMessage();
        return cause instanceof IOException
                && message != null
                && (message.contains(NO_SPACE) || message.contains(NO_QUOTA));
    }
}
