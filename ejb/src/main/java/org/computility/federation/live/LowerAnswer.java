package org.computility.federation.live;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * What a platform below told of a center.
 *
 * @param data of its answer; null where it never answered
 * @param at when it did
 * @param silence why it does not answer now; null where it does
 */
record LowerAnswer(JsonObject data, Instant at, String silence) {

    boolean answered() {
        return silence == null;
    }

    LowerAnswer silent(String why) {
        return new LowerAnswer(data, at, why);
    }
}
