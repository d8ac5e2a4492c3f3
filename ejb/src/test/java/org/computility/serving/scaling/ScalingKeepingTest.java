package org.computility.serving.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.serving.AllowedService;
import org.computility.serving.SomeServices;
import org.computility.serving.scaling.choice.Action;
import org.computility.serving.scaling.choice.Bounds;
import org.computility.serving.scaling.choice.Figures;
import org.computility.serving.scaling.choice.Reason;
import org.computility.serving.scaling.choice.Step;
import org.computility.serving.scaling.choice.Verdict;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.timing.HandClock;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks at a rule, and what is left of a decision when its server dies at any point. */
class ScalingKeepingTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String NODE = "11010800005020000001";
    private static final Bounds BOUNDS = new Bounds(1, 4, 2, 80, Duration.ofSeconds(60), "1101");
    private static final Verdict LOAD =
            new Verdict(Reason.LOAD_HIGH, List.of(new Step(Action.LOAD, null, NODE, 0, 2)), new Figures(1, 4, 4, 3));

    private final HandClock clock = new HandClock();
    private final ScalingKeeping keeping = new ScalingKeeping();
    private UUID organisation;
    private UUID rule;

    @BeforeEach
    void assemble() {
        keeping.rules = new ScalingRules_(SESSION);
        keeping.decisions = new ScalingDecisions_(SESSION);
        keeping.services = new SomeServices(SESSION).keeping(clock);
        keeping.clock = clock;
        clock.set(NOW);
        SESSION.createNativeMutationQuery("delete from scaling_rule").executeUpdate();
        organisation = UUID.randomUUID();
        SESSION.createNativeMutationQuery("insert into organisation values (?1, ?2, now())")
                .setParameter(1, organisation)
                .setParameter(2, "o " + organisation)
                .executeUpdate();
        ScalingRule made = ScalingRule.open(organisation, "MOTION", BOUNDS, "operator", NOW);
        keeping.rules.session().insert(made);
        rule = made.id();
    }

    @Test
    void oneServerLooksAtARuleUntilItLetsGoOrItsLeaseEnds() {
        DueRule mine = claim();
        assertThat(mine.bounds()).isEqualTo(BOUNDS);
        assertThat(keeping.isAnyDue()).isFalse();
        assertThat(in(keeping::claim)).isEmpty();

        in(() -> {
            keeping.release(mine);
            return null;
        });
        assertThat(in(keeping::claim)).as("its next turn has not come").isEmpty();
        clock.pass(Duration.ofSeconds(5));
        DueRule again = claim();

        clock.pass(Duration.ofSeconds(31));
        DueRule others = claim();
        assertThat(in(() -> keeping.keep(again)))
                .as("the lease is another server's")
                .isEmpty();
        assertThat(in(() -> keeping.note(again, LOAD, planned()))).isEmpty();
        assertThat(in(() -> keeping.keep(others))).isPresent();
    }

    @Test
    void whatIsWrittenAndNotEndedIsFoundByTheNextServerWithTheSameService() {
        DueRule mine = claim();
        List<ScalingOrder> orders = in(() -> keeping.note(mine, LOAD, planned()));
        UUID service = orders.get(0).step().serviceId();
        assertThat(keeping.services.find(service)).isPresent();
        assertThat(keeping.rules.own(new UUID[] {service, UUID.randomUUID()})).containsExactly(service);

        clock.pass(Duration.ofSeconds(31));
        DueRule others = claim();
        assertThat(others.actedAt()).as("the cool-down has begun").isEqualTo(NOW);
        assertThat(keeping.unfinished(rule)).isEqualTo(orders);

        in(() -> {
            keeping.end(orders.get(0).decisionId(), null);
            return null;
        });
        assertThat(keeping.unfinished(rule)).isEmpty();
        assertThat(newest().outcome()).isEqualTo("DONE");
        assertThat(newest().seen()).isEqualTo(new ScalingDecisionView.Seen(1, 4, 4, 3));
    }

    @Test
    void aNodeThatRefusedIsAvoidedForAWhile() {
        DueRule mine = claim();
        List<ScalingOrder> orders = in(() -> keeping.note(mine, LOAD, planned()));
        in(() -> {
            keeping.end(orders.get(0).decisionId(), "x".repeat(2000));
            return null;
        });
        assertThat(newest().outcome()).isEqualTo("FAILED");
        assertThat(newest().message()).hasSize(1024);
        assertThat(keeping.refusals(mine)).isEqualTo(new ScalingKeeping.Refusals(List.of(NODE), List.of()));
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(keeping.refusals(mine)).isEqualTo(new ScalingKeeping.Refusals(List.of(), List.of()));
    }

    @Test
    void aServiceThatStayedThoughItShouldGoIsLeftAloneForAWhile() {
        UUID service = UUID.randomUUID();
        Step unload = new Step(Action.UNLOAD, service, NODE, 1, 0);
        Verdict broken = new Verdict(Reason.BROKEN, List.of(unload), new Figures(0, 0, 0, 0));
        DueRule mine = claim();
        List<ScalingOrder> orders = in(() -> keeping.note(mine, broken, List.of(PlannedStep.of(unload))));
        in(() -> {
            keeping.end(orders.get(0).decisionId(), "one of its tasks has not ended");
            return null;
        });

        assertThat(keeping.refusals(mine)).isEqualTo(new ScalingKeeping.Refusals(List.of(), List.of(service)));
        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(keeping.refusals(mine).services()).isEmpty();
    }

    @Test
    void aNodeWhoseServiceWasBrokenGetsNoOtherForAWhile() {
        DueRule mine = claim();
        endBroken(mine);
        assertThat(keeping.refusals(mine)).isEqualTo(new ScalingKeeping.Refusals(List.of(NODE), List.of()));

        clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(keeping.refusals(mine).nodes()).isEmpty();
    }

    @Test
    void aWhileOutlastsACoolDownHoweverLong() {
        in(() -> {
            ScalingRule made = keeping.rules.find(rule).orElseThrow();
            made.change(new Bounds(1, 4, 2, 80, Duration.ofHours(1), null), "operator", NOW);
            keeping.rules.session().update(made);
            return null;
        });
        DueRule mine = claim();
        endBroken(mine);

        clock.pass(Duration.ofHours(1).plusSeconds(30));
        assertThat(keeping.refusals(mine).nodes()).containsExactly(NODE);
        clock.pass(Duration.ofHours(1));
        assertThat(keeping.refusals(mine).nodes()).isEmpty();
    }

    @Test
    void aClockThatIsPutBackKeepsNoRuleWaiting() {
        DueRule mine = claim();
        in(() -> {
            keeping.release(mine);
            return null;
        });
        assertThat(keeping.isAnyDue()).isFalse();

        clock.pass(Duration.ofHours(-1));

        assertThat(keeping.isAnyDue()).isTrue();
        assertThat(claim().id()).isEqualTo(rule);
    }

    private void endBroken(DueRule mine) {
        Step unload = new Step(Action.UNLOAD, UUID.randomUUID(), NODE, 1, 0);
        Verdict broken = new Verdict(Reason.BROKEN, List.of(unload), new Figures(0, 0, 0, 0));
        List<ScalingOrder> orders = in(() -> keeping.note(mine, broken, List.of(PlannedStep.of(unload))));
        in(() -> {
            keeping.end(orders.get(0).decisionId(), null);
            return null;
        });
    }

    @Test
    void whatThePlatformItselfRefusesIsWrittenAndNotDone() {
        DueRule mine = claim();
        PlannedStep refused = new PlannedStep(LOAD.steps().get(0), null, "No capability is DEPLOYABLE yet.");
        assertThat(in(() -> keeping.note(mine, LOAD, List.of(refused)))).isEmpty();
        assertThat(newest().message()).isEqualTo("No capability is DEPLOYABLE yet.");
        assertThat(keeping.unfinished(rule)).isEmpty();
    }

    @Test
    void nothingIsWrittenOnceForEachReason() {
        for (Reason reason : List.of(Reason.STEADY, Reason.STEADY, Reason.COOL_DOWN, Reason.STEADY)) {
            in(() -> {
                keeping.noteNothing(rule, new Verdict(reason, List.of(), new Figures(1, 4, 0, 0)));
                return null;
            });
        }
        assertThat(keeping.decisions.total(rule)).isEqualTo(3);
        assertThat(newest().action()).isNull();
        assertThat(newest().outcome()).isEqualTo("NONE");
    }

    private List<PlannedStep> planned() {
        return List.of(new PlannedStep(
                LOAD.steps().get(0),
                new AllowedService(
                        UUID.randomUUID(),
                        organisation,
                        NODE,
                        SomeServices.PACKAGE,
                        List.of(),
                        null,
                        2,
                        8,
                        List.of("MOTION")),
                null));
    }

    private DueRule claim() {
        return in(keeping::claim).orElseThrow();
    }

    private ScalingDecisionView newest() {
        return keeping.decisions.newest(rule).setMaxResults(1).getSingleResult().view();
    }

    private static <T> T in(Supplier<T> work) {
        Transaction transaction = SESSION.beginTransaction();
        try {
            return work.get();
        } finally {
            transaction.commit();
        }
    }
}
