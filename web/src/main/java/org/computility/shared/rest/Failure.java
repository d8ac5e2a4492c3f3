package org.computility.shared.rest;

import java.time.Duration;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.Throttled;
import org.computility.shared.Unauthenticated;

/**
 * A refusal on its way out, before a family words it.
 *
 * @param status the HTTP status
 * @param code as in {@code docs/failure-codes.md}
 * @param member the member at fault, or null
 * @param retryAfter when to try again, or null
 */
record Failure(int status, String code, String member, String message, Duration retryAfter) {

    Failure(int status, String code, String message) {
        this(status, code, null, message, null);
    }

    static Failure of(BusinessFailure failure) {
        Duration wait = failure instanceof Throttled throttled ? throttled.retryAfter() : null;
        return new Failure(status(failure), failure.code(), failure.member(), failure.getMessage(), wait);
    }

    private static int status(BusinessFailure failure) {
        if (failure instanceof Rejected) {
            return 400;
        }
        if (failure instanceof Unauthenticated) {
            return 401;
        }
        if (failure instanceof Denied) {
            return 403;
        }
        if (failure instanceof NotFound) {
            return 404;
        }
        if (failure instanceof Conflict) {
            return 409;
        }
        return failure instanceof Throttled ? 429 : 503;
    }
}
