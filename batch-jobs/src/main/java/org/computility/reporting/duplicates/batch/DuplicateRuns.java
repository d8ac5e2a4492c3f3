package org.computility.reporting.duplicates.batch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import org.computility.operations.BatchRuns;
import org.computility.reporting.duplicates.DuplicateSearch;

/**
 * What the job's artifacts do, each in a transaction of its own, never in the engine's. Each merge too: it takes a point of knowledge,
 * for which whoever reports waits.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DuplicateRuns {

    @EJB
    DuplicateSearch search;

    @EJB
    BatchRuns runs;

    /** Compares these centers with those before them. */
    public void compare(List<Integer> centers) {
        search.compare(centers);
    }

    /** Pairs of these centers of which all agrees. */
    public List<Integer> same(List<Integer> centers) {
        return search.same(centers);
    }

    /** Merges one of them. */
    public void merge(int pair) {
        search.merge(pair);
    }

    /** Shows how far the run is: up to that center. */
    public void show(long run, int upTo) {
        runs.progress(run, search.percent(upTo), search.counts().facts());
    }
}
