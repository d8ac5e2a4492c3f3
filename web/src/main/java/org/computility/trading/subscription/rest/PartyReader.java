package org.computility.trading.subscription.rest;

import org.computility.shared.Rejected;
import org.computility.trading.subscription.ServiceKind;

/** Reads who acts, under the two names that the tables have for it. */
final class PartyReader {

    private PartyReader() {}

    /** {@code subscribeId} (A.60) is {@code subscriberId}: either is taken, and both where they agree. */
    static String subscriber(ServiceKind kind, String subscribeId, String subscriberId) {
        return one(
                kind == ServiceKind.MODEL ? "subscribeId" : "subscriberId",
                subscribeId,
                subscriberId,
                "subscribeId and subscriberId");
    }

    /** Of the two the one that was given; null for neither is refused by that name. */
    private static String one(String printed, String first, String second, String both) {
        if (first == null && second == null) {
            throw new Rejected("member-missing", printed, printed + " is missing.");
        }
        if (first != null && second != null && !first.equals(second)) {
            throw new Rejected("member-invalid", printed, both + " name two accounts: leave one out.");
        }
        return first == null ? second : first;
    }
}
