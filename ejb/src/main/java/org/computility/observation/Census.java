package org.computility.observation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Counts what the database holds; needs no caller. */
@Stateless
public class Census {

    /** Whoever asks has little patience, and asks again soon. */
    private static final String MILLISECONDS = "3000";

    @Inject
    Tallies tallies;

    /** Everything that is counted, in three statements. */
    public List<Tally> take() {
        tallies.limit(MILLISECONDS);
        List<Tally> all = new ArrayList<>(tallies.places());
        all.addAll(tallies.work());
        all.addAll(tallies.traffic());
        return all;
    }
}
