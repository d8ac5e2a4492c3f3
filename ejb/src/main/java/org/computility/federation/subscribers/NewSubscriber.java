package org.computility.federation.subscribers;

import java.util.List;
import org.computility.shared.keys.KeyedHash;

/**
 * Who is to get monitoring data.
 *
 * @param url where it is posted
 * @param secret what both sides sign with
 * @param timetable {@code 08:00,20:00} or {@code PT15M}
 * @param provinces GB/T 2260; none: all
 * @param load whether it gets what centers do now, too
 * @param after the point behind which it is told; null: where it was, for a new one: everything
 */
public record NewSubscriber(
        Layer layer,
        String url,
        String secret,
        KeyedHash algorithm,
        String timetable,
        List<String> provinces,
        boolean load,
        Long after) {

    /** Without the secret. */
    @Override
    public String toString() {
        return layer + " at " + url;
    }
}
