package org.computility.system.trading.auditor;

import org.computility.system.Answer;

/** What an answer comes to: {@code 0}, or the code of a refusal that somebody may get; any other is no answer at all. */
record Outcome(String code) {

    static Outcome of(Answer answer) {
        if (answer.status() >= 500
                || answer.status() == 400
                || answer.status() == 401
                || answer.status() == 403 && !answer.failure().equals("40384")) {
            throw new AssertionError("nobody should be answered this: " + answer);
        }
        return new Outcome(answer.failure());
    }

    boolean isOne(String refusal) {
        return code.equals(refusal);
    }
}
