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

    // More than the 1024 characters that any table gives a message: families cut to theirs.
    private static final int BEGINNING = 1500;
    private static final int END = 200;

    Failure {
        message = brief(message);
    }

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

    /** Words about a value quote it; a value of a megabyte is not sent back. */
    private static String brief(String message) {
        if (message == null || message.length() <= BEGINNING + END) {
            return message;
        }
        int from = message.length() - END;
        int to = BEGINNING;
        return message.substring(0, Character.isHighSurrogate(message.charAt(to - 1)) ? to - 1 : to)
                + "…"
                + message.substring(Character.isLowSurrogate(message.charAt(from)) ? from + 1 : from);
    }
}
