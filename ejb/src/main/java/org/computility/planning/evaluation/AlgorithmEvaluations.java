package org.computility.planning.evaluation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.monitoring.FiguresKeeping;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.planning.evaluation.NewEvaluation.Candidate;
import org.computility.planning.runs.RunCount;
import org.computility.planning.runs.RunHistory;
import org.computility.results.ResultSightings;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.results.Sighting;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** Algorithms are assessed by what their instances found and what was there (T/BAX 0006.5 clause 6.4). */
@Stateless
public class AlgorithmEvaluations {

    /** Findings that one evaluation judges at most, of all its candidates together. */
    public static final int MOST = 100_000;

    private static final Member ID = new Member("id");

    @Inject
    Evaluations evaluations;

    @EJB
    ResultSources sources;

    @EJB
    ResultSightings sightings;

    @EJB
    RunHistory history;

    @EJB
    FiguresKeeping figures;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Judges the candidates by the results that are there now, and keeps the judgement. Five statements, however many candidates.
     *
     * @throws Rejected {@code member-invalid}, {@code member-missing}; {@code instance-invalid} for an instance that the caller's
     *     organisation does not have
     */
    public EvaluationView make(NewEvaluation wanted) {
        Caller operator = caller.require(Role.OPERATORS);
        EvaluationRules.check(wanted);
        Map<UUID, ResultSource> known = sources.of(instances(wanted));
        UUID owner = owner(wanted, known, operator);
        Terms terms = Terms.of(wanted);
        List<Sighting> seen = seen(wanted, terms);
        Instant now = clock.instant();
        List<RunCount> runs = history.counted(plans(known), known.keySet(), terms.from(), terms.to(), now);
        Scoring scoring = new Scoring(terms, seen, runs, figures.services(computes(runs)));
        List<Score> scores = wanted.candidates().stream().map(scoring::of).toList();
        Evaluation made = Evaluation.of(wanted, terms, scores, owner, operator.username(), now);
        evaluations.session().insert(made);
        return made.view();
    }

    /** Evaluations of the caller's organisation, the newest first; an administrator sees all. */
    public Page<EvaluationView> page(PageRequest page) {
        return evaluations.page(caller.require(Role.READERS).scope(), page).map(Evaluation::view);
    }

    /** NotFound {@code evaluation-unknown}. */
    public EvaluationView get(UUID id) {
        return known(id, Role.READERS).view();
    }

    /** It is forgotten; results and instances stay. NotFound {@code evaluation-unknown}. */
    public void remove(UUID id) {
        evaluations.session().delete(known(id, Role.OPERATORS));
    }

    private Evaluation known(UUID id, Set<Role> roles) {
        Caller person = caller.require(roles);
        return evaluations
                .find(id, person.scope())
                .orElseThrow(() -> new NotFound("evaluation-unknown", ID, "There is no evaluation " + id + "."));
    }

    /** Whose instances they are: one organisation's, which the caller may see. */
    private static UUID owner(NewEvaluation wanted, Map<UUID, ResultSource> known, Caller operator) {
        UUID owner = null;
        for (int i = 0; i < wanted.candidates().size(); i++) {
            List<UUID> ids = wanted.candidates().get(i).instanceIds();
            for (int j = 0; j < ids.size(); j++) {
                ResultSource source = known.get(ids.get(j));
                if (source == null
                        || !operator.sees(source.organisationId())
                        || owner != null && !owner.equals(source.organisationId())) {
                    throw new Rejected(
                            "instance-invalid",
                            EvaluationRules.instance(i, j),
                            "{member} is no task instance of the organisation: " + ids.get(j) + ".");
                }
                owner = source.organisationId();
            }
        }
        return owner;
    }

    private List<Sighting> seen(NewEvaluation wanted, Terms terms) {
        var sought =
                new ResultSightings.Wanted(instances(wanted), terms.from(), terms.to(), wanted.type(), terms.boxed());
        List<Sighting> seen = sightings.of(sought, MOST + 1);
        if (seen.size() > MOST) {
            throw EvaluationRules.invalid(
                    "candidates",
                    "{member} found more than " + MOST
                            + " things in that time: bring from and to closer together, or name fewer instances.");
        }
        EvaluationRules.checkWork(seen.size(), wanted.truth().size());
        return seen;
    }

    private static List<UUID> instances(NewEvaluation wanted) {
        return wanted.candidates().stream()
                .map(Candidate::instanceIds)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Set<Long> plans(Map<UUID, ResultSource> known) {
        return known.values().stream().map(ResultSource::planId).collect(Collectors.toSet());
    }

    private static Set<String> computes(List<RunCount> runs) {
        return runs.stream().map(RunCount::computeCode).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
