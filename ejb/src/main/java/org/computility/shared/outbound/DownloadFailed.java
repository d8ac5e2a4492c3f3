package org.computility.shared.outbound;

import java.io.IOException;

/** A download was cut because it was too large or too slow; the message says which. */
public final class DownloadFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean large;

    /** @param large too large; else too slow */
    DownloadFailed(String message, boolean large) {
        super(message);
        this.large = large;
    }

    boolean isForItsSize() {
        return large;
    }
}
