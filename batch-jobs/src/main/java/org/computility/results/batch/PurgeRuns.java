package org.computility.results.batch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Period;
import java.util.List;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunView;
import org.computility.results.purge.PurgeBounds;
import org.computility.results.purge.ResultKey;
import org.computility.results.purge.ResultPurge;

/**
 * What the job's artifacts tell of a run and learn from it, each time in one transaction: results are deleted and
 * counted together, or not at all. Never in the engine's transaction: it would span the engine's connection and ours. A
 * server that is killed in its middle would leave it in doubt, and it would lock the run's row until somebody ended it
 * by hand. So the chunk commits first, the engine's checkpoint after it. A chunk whose checkpoint is lost comes again:
 * results that it deleted are not found any more, results that it kept are kept again.
 *
 * <p>Batch artifacts are injected on every server only in an EJB jar, and Payara Server refuses an EJB jar without a
 * session bean: this class is that bean.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PurgeRuns {

    @EJB
    ResultPurge purge;

    @EJB
    BatchRuns runs;

    /** The same for each attempt at the run. */
    public PurgeBounds bounds(long run, String olderThan) {
        return purge.bounds(view(run).createdAt(), Period.parse(olderThan));
    }

    /** Shows where an attempt begins. */
    public PurgeTally open(long run, PurgeBounds bounds, long keptBefore) {
        return shown(run, tally(run).opened(purge.count(bounds), keptBefore));
    }

    /** Deletes results, and shows how many. */
    public PurgeTally delete(long run, PurgeTally tally, List<ResultKey> keys, int kept) {
        return shown(run, tally.after(kept, purge.delete(keys)));
    }

    /** Shows that one more day is dropped. */
    public void showDropped(long run) {
        RunView view = view(run);
        runs.progress(
                run,
                view.progressPercent(),
                PurgeTally.from(view.progressFacts()).afterADay().facts());
    }

    private PurgeTally shown(long run, PurgeTally tally) {
        runs.progress(run, tally.percent(), tally.facts());
        return tally;
    }

    private PurgeTally tally(long run) {
        return PurgeTally.from(view(run).progressFacts());
    }

    private RunView view(long run) {
        return runs.find(run).orElseThrow();
    }
}
