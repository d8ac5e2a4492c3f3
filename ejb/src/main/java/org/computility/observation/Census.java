package org.computility.observation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Counts what the database holds; needs no caller. Each statement has a transaction of its own: one that takes too long costs no other. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Census {

    /** Whoever asks has little patience, and asks again soon. */
    private static final String MILLISECONDS = "3000";

    @Inject
    Tallies tallies;

    /** What there is to run something. */
    public List<Tally> places() {
        tallies.limit(MILLISECONDS);
        return tallies.places();
    }

    /** What runs and what waits. */
    public List<Tally> work() {
        tallies.limit(MILLISECONDS);
        return tallies.work();
    }

    /** What is to be sent, and who is connected. */
    public List<Tally> traffic() {
        tallies.limit(MILLISECONDS);
        return tallies.traffic();
    }
}
