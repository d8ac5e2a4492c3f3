package org.computility.trading.contract;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.registration.ResourceLeaving;

/** A data resource is bound to its confirmed demands until they are settled (clause 6.3 b), a week long at most. */
@Dependent
class WaitingConfirmations {

    /** Who confirms and never pays must not keep a resource for ever. */
    private static final Duration BOUND = Duration.ofDays(7);

    @Inject
    Confirmations confirmations;

    @Inject
    Clock clock;

    /** Conflict {@code resource-locked} while a confirmed demand waits for its settlement. */
    void keep(@Observes ResourceLeaving resource) {
        confirmations
                .waitingFor(resource.registrationId(), clock.instant().minus(BOUND))
                .ifPresent(confirmId -> {
                    throw new Conflict(
                            "resource-locked",
                            new Member("registrationId"),
                            "The data resource of {member} is bound to the confirmed demand " + confirmId
                                    + ", which is not settled yet.");
                });
    }
}
