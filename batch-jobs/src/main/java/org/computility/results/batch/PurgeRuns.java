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
 * What the job's artifacts tell of a run and learn from it, each time in one transaction: what is deleted is counted, or
 * neither. Never in the engine's transaction: that would span the engine's connection and ours, be in doubt when the server is
 * killed in its middle, and lock the run's row until somebody ends it by hand. So a chunk commits first, the engine's
 * checkpoint after it; a chunk whose checkpoint is lost comes again: what it deleted is not found any more, what it kept is
 * kept again.
 *
 * <p>Payara Server refuses an EJB jar without a session bean, and only in an EJB jar are batch artifacts injected on every
 * server: this one has it.
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

    /** Where an attempt begins, shown. */
    public PurgeTally open(long run, PurgeBounds bounds, long keptBefore) {
        return shown(run, tally(run).opened(purge.count(bounds), keptBefore));
    }

    /** Deletes results, and shows it. */
    public PurgeTally delete(long run, PurgeTally tally, List<ResultKey> keys, int kept) {
        return shown(run, tally.after(kept, purge.delete(keys)));
    }

    /** One more day is dropped. */
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
