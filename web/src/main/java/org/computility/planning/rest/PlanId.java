package org.computility.planning.rest;

import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** The number of a plan in a path. */
final class PlanId {

    private PlanId() {}

    /** The number. A text that is no number is refused by name; a number too large for any plan is unknown. */
    static long read(String member, String text) {
        if (!text.matches("\\d+")) {
            throw new Rejected("member-type", member, member + " is the number of a task plan, not " + text + ".");
        }
        if (text.length() > 18) {
            throw new NotFound("plan-unknown", Member.written(member), "There is no task plan " + text + ".");
        }
        return Long.parseLong(text);
    }
}
