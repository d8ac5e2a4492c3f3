package org.computility.trading.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What is said of controlled data besides its description (T/AI 123.12 table A.8).
 *
 * @param protocol null for data that is not controlled
 * @param open 0: not public; null: not said
 * @param source null: not said
 */
@Embeddable
record Control(String protocol, @Column(name = "is_open") Integer open, String source) {

    private static final int CLOSED = 0;

    /** Public, unless it was said that it is not. */
    boolean inTheOpen() {
        return open == null || open != CLOSED;
    }

    static Control of(NewControlledData wanted) {
        return new Control(wanted.protocol(), wanted.open(), wanted.source());
    }
}
