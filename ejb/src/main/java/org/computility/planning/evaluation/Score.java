package org.computility.planning.evaluation;

import java.util.Collection;
import java.util.List;
import org.computility.compute.monitoring.ToldService;
import org.computility.planning.evaluation.NewEvaluation.Candidate;

/**
 * How a candidate did.
 *
 * @param algoDefCodes the capabilities that its results name
 * @param results how many results it sent
 * @param findings how many things they show
 * @param delays null: the truth is told by media times, or no result tells one
 * @param running null: the platform knows of no run
 * @param services where it ran, with what their nodes last told of them
 */
record Score(
        Candidate candidate,
        List<String> algoDefCodes,
        int results,
        int findings,
        Tally tally,
        Delays delays,
        Running running,
        List<ToldService> services) {

    private static final double SECONDS_AN_HOUR = 3600;

    Score {
        algoDefCodes = List.copyOf(algoDefCodes);
        services = List.copyOf(services);
    }

    /** Findings an hour that its instances ran; null where it is not known how long that was. */
    Double findingsPerHour() {
        return running == null || running.seconds() <= 0 ? null : findings * SECONDS_AN_HOUR / running.seconds();
    }

    /** From 1, by F1; equals share a rank. Null: without F1 there is none. */
    Integer rank(Collection<Score> all) {
        Double own = tally.f1();
        if (own == null) {
            return null;
        }
        return 1
                + (int) all.stream()
                        .map(score -> score.tally.f1())
                        .filter(other -> other != null && other > own)
                        .count();
    }
}
