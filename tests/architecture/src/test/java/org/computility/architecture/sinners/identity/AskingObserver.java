package org.computility.architecture.sinners.identity;

import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Asks a singleton when a transaction was committed: perhaps before the server has made it. */
class AskingObserver {

    @EJB
    LateSingleton late;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) String news) {
        late.call();
    }
}
