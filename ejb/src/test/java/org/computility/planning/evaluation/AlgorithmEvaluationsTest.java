package org.computility.planning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.computility.planning.evaluation.SomeEvaluation.at;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.compute.monitoring.FiguresKeeping;
import org.computility.compute.monitoring.ToldService;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.planning.runs.RunCount;
import org.computility.planning.runs.RunHistory;
import org.computility.results.ResultSightings;
import org.computility.results.ResultSource;
import org.computility.results.ResultSources;
import org.computility.results.Sighting;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlgorithmEvaluationsTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private final UUID instance = UUID.randomUUID();
    private final Map<UUID, ResultSource> sources = new HashMap<>();
    private List<Sighting> seen = new ArrayList<>();
    private ResultSightings.Wanted sought;
    private final AlgorithmEvaluations evaluations = new AlgorithmEvaluations();

    @BeforeEach
    void furnish() {
        evaluations.evaluations = new Evaluations_(SESSION);
        evaluations.caller = new CurrentCaller();
        evaluations.clock = Clock.fixed(at(100), ZoneOffset.UTC);
        evaluations.sources = new ResultSources() {
            @Override
            public Map<UUID, ResultSource> of(Collection<UUID> instances) {
                Map<UUID, ResultSource> known = new HashMap<>(sources);
                known.keySet().retainAll(instances);
                return known;
            }
        };
        evaluations.sightings = new ResultSightings() {
            @Override
            public List<Sighting> of(Wanted wanted, int most) {
                sought = wanted;
                return seen;
            }
        };
        evaluations.history = new RunHistory() {
            @Override
            public List<RunCount> counted(
                    Collection<Long> plans, Collection<UUID> instances, Instant from, Instant to, Instant now) {
                return List.of(new RunCount(instance, UUID.randomUUID(), "node", "FINISHED", plans.size(), 1.5));
            }
        };
        evaluations.figures = new FiguresKeeping() {
            @Override
            public List<ToldService> services(Collection<String> codes) {
                return List.of();
            }
        };
        sources.put(instance, source(instance, own));
        call(own, Role.OPERATOR);
    }

    @Test
    void whatIsFoundOutIsKept() {
        seen.add(new Sighting(
                UUID.randomUUID(), instance, "M", null, null, null, at(5), null, at(6), null, null, null, null));

        EvaluationView made = evaluations.make(wanted(instance));

        assertThat(sought)
                .isEqualTo(new ResultSightings.Wanted(List.of(instance), at(-2), at(12).plusNanos(1000), null, false));
        assertThat(made.candidates().getJsonObject(0).getInt("matched")).isEqualTo(1);
        assertThat(made.candidates()
                        .getJsonObject(0)
                        .getJsonNumber("runningSeconds")
                        .doubleValue())
                .isEqualTo(1.5);
        assertThat(made.madeAt()).isEqualTo(at(100));
        EvaluationView kept = evaluations.get(made.id());
        assertThat(kept.candidates()).isEqualTo(made.candidates());
        assertThat(kept.tolerance()).isEqualTo(new Tolerance(2, null));
        assertThat(kept.clock()).isEqualTo(EvaluationView.TruthClock.WALL);
        assertThat(evaluations.page(PageRequest.FIRST).content())
                .extracting(EvaluationView::id)
                .containsExactly(made.id());

        call(own, Role.AUDITOR);
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> evaluations.remove(made.id()));
        call(foreign, Role.OPERATOR);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> evaluations.remove(made.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> evaluations.get(made.id()));
        assertThat(evaluations.page(PageRequest.FIRST).total()).isZero();
        call(own, Role.OPERATOR);
        evaluations.remove(made.id());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> evaluations.get(made.id()));
    }

    @Test
    void instancesAreOneOrganisationsOwn() {
        UUID strange = UUID.randomUUID();
        sources.put(strange, source(strange, foreign));
        refused(UUID.randomUUID(), "instance-invalid", "candidates[1].instanceIds[0]");
        refused(strange, "instance-invalid", "candidates[1].instanceIds[0]");
        call(null, Role.ADMINISTRATOR);
        refused(strange, "instance-invalid", "candidates[1].instanceIds[0]");
        assertThat(evaluations.make(wanted(strange)).organisationId()).isEqualTo(foreign);
        call(own, Role.AUDITOR);
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> evaluations.make(wanted(instance)));
    }

    @Test
    void noMoreIsJudgedThanMemoryBears() {
        Sighting one = new Sighting(
                UUID.randomUUID(), instance, "M", null, null, null, at(5), null, at(6), null, null, null, null);
        seen = Collections.nCopies(AlgorithmEvaluations.MOST, one);
        assertThat(evaluations
                        .make(wanted(instance))
                        .candidates()
                        .getJsonObject(0)
                        .getInt("findings"))
                .isEqualTo(AlgorithmEvaluations.MOST);

        seen = Collections.nCopies(AlgorithmEvaluations.MOST + 1, one);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> evaluations.make(wanted(instance)))
                .satisfies(refusal -> assertThat(refusal.member()).isEqualTo("candidates"));
    }

    private void refused(UUID second, String code, String member) {
        NewEvaluation wanted = new SomeEvaluation()
                .candidate("a", instance)
                .candidate("b", second)
                .event(0, 10)
                .wanted();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> evaluations.make(wanted))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.member()).isEqualTo(member);
                });
    }

    private static NewEvaluation wanted(UUID only) {
        return new SomeEvaluation().candidate("a", only).event(0, 10).wanted();
    }

    private static ResultSource source(UUID id, UUID owner) {
        return new ResultSource(id, 1, 7, owner, null);
    }

    private void call(UUID organisation, Role role) {
        evaluations.caller.set(new Caller(UUID.randomUUID(), "ann", organisation, Set.of(role), null));
    }
}
