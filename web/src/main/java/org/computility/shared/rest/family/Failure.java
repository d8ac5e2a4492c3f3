package org.computility.shared.rest.family;

import java.time.Duration;
import org.computility.shared.BusinessFailure;

/**
 * A refusal on its way out, before a family words it.
 *
 * @param status the HTTP status
 * @param code as in {@code docs/failure-codes.md}
 * @param member the member at fault as the family spells it, or null
 * @param retryAfter when to try again, or null
 */
record Failure(int status, String code, String member, String message, Duration retryAfter) {

    Failure(int status, String code, String message) {
        this(status, code, null, message, null);
    }

    static Failure of(BusinessFailure failure, Family family) {
        return new Failure(
                failure.status(),
                failure.code(),
                failure.member(family::spelt),
                failure.message(family::spelt),
                failure.retryAfter().orElse(null));
    }
}
