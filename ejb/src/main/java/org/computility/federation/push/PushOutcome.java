package org.computility.federation.push;

import java.util.stream.Stream;

/** What the platform above made of a state that it was sent. */
public enum PushOutcome {
    /** Its rules doubt it: people decide there. */
    SUBMITTED,
    ACCEPTED,
    /** Its rules sent it back, with reasons. */
    RETURNED,
    /** It took nothing: the call was refused. It is sent again with the next run. */
    REFUSED,
    /** It broke over it, several times: others went before. It is sent again with the next run. */
    ASIDE,
    /** It took it, and by its books does not have it. It is sent again with the next run. */
    LOST;

    /** Of the status that it told; a platform that tells none, or one of its own, has taken it. */
    static PushOutcome of(String status) {
        return Stream.of(SUBMITTED, RETURNED)
                .filter(outcome -> outcome.name().equals(status))
                .findFirst()
                .orElse(ACCEPTED);
    }
}
