package org.computility.results.purge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** Where a result stands among all: by the day of its time, UTC, and on a day by its ID. */
public record ResultKey(LocalDate day, UUID id) implements Serializable {

    /** Before every result: no node delivers any of that day. */
    public static final ResultKey BEFORE_ALL = new ResultKey(LocalDate.EPOCH, new UUID(0, 0));
}
