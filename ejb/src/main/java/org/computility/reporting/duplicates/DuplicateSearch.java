package org.computility.reporting.duplicates;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** The steps of the job {@code find-duplicates}; each may be repeated. */
@Stateless
public class DuplicateSearch {

    /** Before all centers. */
    public static final int BEGINNING = 0;

    private static final String BY = "find-duplicates";
    private static final double WHOLE = 100;

    @Inject
    CenterPairs pairs;

    @EJB
    DuplicateFinder finder;

    @EJB
    Duplicates duplicates;

    /** The next centers behind that one; none at the end. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Integer> next(int behind, int most) {
        return pairs.centersBehind(behind, most);
    }

    /** Compares these centers with those that were reported before them. */
    public void compare(Collection<Integer> centers) {
        finder.find(centers, true);
    }

    /** Undecided pairs of these centers of which all agrees. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Integer> same(Collection<Integer> centers) {
        return pairs.same(centers.toArray(Integer[]::new));
    }

    /** Merges such a pair, unless people decided meanwhile. */
    public void merge(int pair) {
        duplicates.mergeSame(pair, BY);
    }

    /** What is found so far, in all runs. */
    public PairCounts counts() {
        return pairs.counts();
    }

    /** How far a run is that has compared the centers up to that one. */
    public double percent(int upTo) {
        long all = pairs.countCenters(Integer.MAX_VALUE);
        return all == 0 ? WHOLE : WHOLE * pairs.countCenters(upTo) / all;
    }
}
