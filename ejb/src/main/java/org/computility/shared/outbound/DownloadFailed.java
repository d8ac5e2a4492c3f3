package org.computility.shared.outbound;

import java.io.IOException;

/** A download was cut because it was too large or too slow; the message says which. */
public final class DownloadFailed extends IOException {

    private static final long serialVersionUID = 1L;

    DownloadFailed(String message) {
        super(message);
    }
}
