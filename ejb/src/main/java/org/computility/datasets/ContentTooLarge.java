package org.computility.datasets;

import java.io.IOException;

/** A stream had more bytes than its receiver allows; nothing of it is left. */
public class ContentTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    private final long limit;

    ContentTooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    /** How many bytes it might have had. */
    public long limit() {
        return limit;
    }
}
