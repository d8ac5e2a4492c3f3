package org.computility.system.trading.auditor;

import java.util.Set;
import org.computility.system.Answer;

/** What an answer comes to: {@code 0}, or the code of a refusal that somebody may get; any other is no answer at all. */
record Outcome(String code) {

    /** Licences that were replaced or taken back, and uses beyond what a policy allows. */
    private static final Set<String> DENIALS = Set.of("40384", "40385", "licence-revoked", "policy-refused");

    static Outcome of(Answer answer) {
        if (answer.status() >= 500
                || answer.status() == 400
                || answer.status() == 401
                || answer.status() == 403 && !DENIALS.contains(answer.failure())) {
            throw new AssertionError("nobody should be answered this: " + answer);
        }
        return new Outcome(answer.failure());
    }

    boolean isOne(String refusal) {
        return code.equals(refusal);
    }
}
