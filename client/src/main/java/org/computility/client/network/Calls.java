package org.computility.client.network;

import java.util.Map;

/**
 * How the objects of this package reach the platform. They know neither tokens nor envelopes: who implements this logs in, sends,
 * and throws where a call does not succeed.
 */
public interface Calls {

    /** Which operations: those of T/AI 123.8, or the platform's own below {@code /platform/v1}. */
    enum Kind {
        STANDARD,
        OWN
    }

    /**
     * A call that answers something.
     *
     * @param query parameters and their values; empty: none
     * @param body becomes JSON; null: none
     */
    <T> T call(Kind kind, String method, String path, Map<String, ?> query, Object body, Class<T> type);

    /** A call of the platform's own that asks for nothing but its success. */
    void tell(String method, String path);

    /** The same calls with one header more. */
    Calls withHeader(String name, String value);

    /** A name as one segment of a path, whatever it holds. */
    String segment(String name);
}
