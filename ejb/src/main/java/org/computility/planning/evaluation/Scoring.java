package org.computility.planning.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.monitoring.ToldService;
import org.computility.planning.evaluation.NewEvaluation.Candidate;
import org.computility.planning.runs.RunCount;
import org.computility.results.Sighting;

/** Scores of candidates by what is known of their instances. */
final class Scoring {

    private final Terms terms;
    private final Map<UUID, List<Sighting>> seen;
    private final Map<UUID, List<RunCount>> runs;
    private final Map<String, ToldService> told;

    Scoring(Terms terms, Collection<Sighting> seen, Collection<RunCount> runs, Collection<ToldService> told) {
        this.terms = terms;
        this.seen = seen.stream().filter(terms::judges).collect(Collectors.groupingBy(Sighting::instanceId));
        this.runs = runs.stream().collect(Collectors.groupingBy(RunCount::instanceId));
        this.told = told.stream()
                .filter(service -> service.serviceId() != null)
                .collect(Collectors.toMap(
                        service -> key(service.computeCode(), service.serviceId()),
                        service -> service,
                        (one, again) -> one));
    }

    Score of(Candidate candidate) {
        List<Sighting> own = of(candidate, seen);
        List<RunCount> ran = of(candidate, runs);
        List<Finding> findings = own.stream().map(terms::finding).toList();
        return new Score(
                candidate,
                own.stream().map(Sighting::algoDefCode).distinct().sorted().toList(),
                (int) own.stream().map(Sighting::resultId).distinct().count(),
                findings.size(),
                Matching.of(terms.truth(), findings, terms.tolerance()),
                terms.byMedia() ? null : Delays.of(own),
                Running.of(ran),
                services(ran));
    }

    private static <T> List<T> of(Candidate candidate, Map<UUID, List<T>> byInstance) {
        return candidate.instanceIds().stream()
                .flatMap(id -> byInstance.getOrDefault(id, List.of()).stream())
                .toList();
    }

    /** A node may name services that are not its own: what it says counts where the platform knows that they ran there. */
    private List<ToldService> services(List<RunCount> ran) {
        return ran.stream()
                .filter(run -> run.serviceId() != null)
                .map(run ->
                        told.getOrDefault(key(run.computeCode(), run.serviceId().toString()), untold(run)))
                .distinct()
                .toList();
    }

    private static ToldService untold(RunCount run) {
        return new ToldService(run.computeCode(), run.serviceId().toString(), null, null, null, null, null);
    }

    private static String key(String computeCode, String serviceId) {
        return computeCode + " " + serviceId.toLowerCase(Locale.ROOT);
    }
}
