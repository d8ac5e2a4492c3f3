package org.computility.reporting.duplicates;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.computility.reporting.centers.CenterReported;
import org.computility.reporting.duplicates.matching.Evidence;
import org.computility.reporting.duplicates.matching.Matching;
import org.computility.reporting.duplicates.matching.Verdict;
import org.computility.shared.database.Columns;

/**
 * Finds centers that two organisations may report as two. Only centers of one prefecture, or within some ten kilometres, are compared.
 * Nothing is merged by it.
 */
@Stateless
public class DuplicateFinder {

    @Inject
    CenterPairs pairs;

    @Inject
    Clock clock;

    /** Looks for others of a center that is reported, or changed: in the same transaction. */
    public void on(@Observes CenterReported event) {
        find(List.of(event.id()), false);
    }

    /**
     * Compares these centers with what other organisations report, and keeps what may be one. Pairs that are alike no more are
     * forgotten; what people decided stays.
     *
     * @param earlier only with what was reported before each of them: so each pair of a run over all is compared once
     */
    public void find(Collection<Integer> centers, boolean earlier) {
        Integer[] ids = centers.toArray(Integer[]::new);
        List<FoundPair> found = compare(ids, earlier);
        Integer[] firsts = Columns.of(found, FoundPair::first, Integer[]::new);
        Integer[] seconds = Columns.of(found, FoundPair::second, Integer[]::new);
        pairs.forget(ids, earlier, firsts, seconds);
        if (!found.isEmpty()) {
            pairs.keep(
                    firsts,
                    seconds,
                    column(found, Evidence::verdict),
                    Columns.of(found, pair -> pair.evidence().score(), Double[]::new),
                    Columns.of(found, pair -> pair.evidence().name(), Double[]::new),
                    column(found, Evidence::parts),
                    Columns.of(found, pair -> pair.evidence().metres(), Integer[]::new),
                    column(found, Evidence::city),
                    column(found, Evidence::type),
                    column(found, Evidence::date),
                    clock.instant());
        }
    }

    private List<FoundPair> compare(Integer[] ids, boolean earlier) {
        Map<Integer, Matching.Candidate> ready = new HashMap<>();
        pairs.facts(ids).forEach(row -> ready.put(row.id(), Matching.ready(row.facts())));
        return pairs.candidates(ids, earlier).stream()
                .map(row -> FoundPair.of(
                        row.ofId(),
                        row.id(),
                        Matching.compare(
                                ready.get(row.ofId()),
                                ready.computeIfAbsent(row.id(), id -> Matching.ready(row.facts())))))
                .filter(pair -> pair.evidence().verdict() != Verdict.DIFFERENT)
                .distinct()
                .toList();
    }

    private static String[] column(List<FoundPair> found, Function<Evidence, Enum<?>> part) {
        return Columns.of(found, pair -> part.apply(pair.evidence()).name(), String[]::new);
    }
}
