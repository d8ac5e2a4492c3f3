package org.computility.runtime.media;

/** Media that cannot be opened or read on; the message says what FFmpeg said. */
public class MediaException extends Exception {

    private static final long serialVersionUID = 1L;

    public MediaException(String message) {
        super(message);
    }
}
