package org.computility.trading.contract;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.trading.registration.ResourceLeaving;

/** A data resource is bound to its confirmed demands until they are settled (clause 6.3 b). */
@Dependent
class WaitingConfirmations {

    @Inject
    Confirmations confirmations;

    /** Conflict {@code resource-locked} while a confirmed demand waits for its settlement. */
    void keep(@Observes ResourceLeaving resource) {
        confirmations.waitingFor(resource.registrationId()).ifPresent(confirmId -> {
            throw new Conflict(
                    "resource-locked",
                    new Member("registrationId"),
                    "The data resource of {member} is bound to the confirmed demand " + confirmId
                            + ", which is not settled yet.");
        });
    }
}
