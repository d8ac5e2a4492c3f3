package org.computility.serving.scaling.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What rules decide, in single situations and in many random ones that follow from one another. */
class ScalingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Duration COOL_DOWN = Duration.ofSeconds(60);
    private static final String BEIJING = "11010800005020000001";
    private static final String SHENZHEN = "44030100005020000001";
    private static final String GUANGZHOU = "44010600005020000001";

    @Test
    void aServiceGrowsWhereMoreIsAskedForThanItBears() {
        Running service = running(BEIJING, 1, 4, 4);
        Verdict verdict = Scaling.decide(situation(bounds(1, 5, 64, 80), List.of(service), 3, host(BEIJING)));

        assertThat(verdict.reason()).isEqualTo(Reason.LOAD_HIGH);
        // 7 streams at 80 % are 8.75, which three replicas of four streams have.
        assertThat(verdict.steps()).containsExactly(new Step(Action.GROW, service.serviceId(), BEIJING, 1, 3));
        assertThat(verdict.figures()).isEqualTo(new Figures(1, 4, 4, 3));
    }

    @Test
    void theNearestNodeWithRoomIsChosen() {
        Bounds one = bounds(1, 2, 1, 100);
        List<Running> full = List.of(running(BEIJING, 1, 2, 2));
        Situation asked = new Situation(
                one,
                2,
                full,
                List.of(host(BEIJING), host(GUANGZHOU), host(SHENZHEN)),
                1,
                List.of("device-1", "44030500001320000001"),
                Permits.UNBOUNDED,
                Set.of(),
                null,
                NOW);
        assertThat(Scaling.decide(asked).steps())
                .as("a camera of Shenzhen waits: Shenzhen before Guangzhou, which is of the same province")
                .containsExactly(new Step(Action.LOAD, null, SHENZHEN, 0, 1));

        Bounds near = new Bounds(1, 2, 1, 100, COOL_DOWN, "4401");
        assertThat(Scaling.decide(situation(near, full, 1, host(BEIJING), host(GUANGZHOU), host(SHENZHEN)))
                        .steps())
                .as("nobody says where it is: the rule's own place counts")
                .containsExactly(new Step(Action.LOAD, null, GUANGZHOU, 0, 1));
    }

    @Test
    void aNodeWithoutThePackageGetsItFirstAndIsWaitedFor() {
        Bounds bounds = bounds(1, 2, 1, 100);
        assertThat(Scaling.decide(situation(bounds, List.of(), 1, new Host(BEIJING, Host.Holding.NOTHING, 9)))
                        .steps())
                .containsExactly(new Step(Action.DELIVER, null, BEIJING, 0, 1));
        Verdict coming = Scaling.decide(situation(bounds, List.of(), 1, new Host(BEIJING, Host.Holding.COMING, 9)));
        assertThat(coming.reason()).isEqualTo(Reason.DELIVERING);
        assertThat(coming.steps()).isEmpty();
    }

    @Test
    void nothingIsDoneWithoutRoomBeyondTheMostOrDuringTheCoolDown() {
        List<Running> full = List.of(running(BEIJING, 1, 2, 2));
        assertThat(Scaling.decide(situation(bounds(1, 5, 64, 80), full, 9, new Host(BEIJING, Host.Holding.PACKAGE, 0)))
                        .reason())
                .isEqualTo(Reason.NO_CAPACITY);
        assertThat(Scaling.decide(situation(bounds(1, 1, 64, 80), full, 9, host(BEIJING)))
                        .reason())
                .isEqualTo(Reason.AT_MAXIMUM);
        Verdict cooling = Scaling.decide(acted(full, NOW.minus(COOL_DOWN).plusMillis(1)));
        assertThat(cooling.reason()).isEqualTo(Reason.COOL_DOWN);
        assertThat(cooling.steps()).isEmpty();
    }

    @Test
    void aClockThatIsPutBackKeepsNoRuleCooling() {
        List<Running> full = List.of(running(BEIJING, 1, 2, 2));

        assertThat(Scaling.decide(acted(full, NOW.plusSeconds(1))).reason())
                .as("by another server's clock")
                .isEqualTo(Reason.COOL_DOWN);
        assertThat(Scaling.decide(acted(full, NOW.plusSeconds(3_600))).reason()).isEqualTo(Reason.LOAD_HIGH);
    }

    private static Situation acted(List<Running> full, Instant actedAt) {
        return new Situation(
                bounds(1, 5, 64, 80),
                2,
                full,
                List.of(host(BEIJING)),
                9,
                List.of(),
                Permits.UNBOUNDED,
                Set.of(),
                actedAt,
                NOW);
    }

    @Test
    void theEmptiestServiceGetsSmallerAndKeepsWhatDoesNotFitElsewhere() {
        Running busy = running(BEIJING, 2, 4, 4);
        Running idle = running(SHENZHEN, 2, 4, 0);
        assertThat(Scaling.decide(situation(bounds(1, 9, 64, 100), List.of(busy, idle), 0))
                        .steps())
                .containsExactly(new Step(Action.SHRINK, idle.serviceId(), SHENZHEN, 2, 1));

        // Above the most, but each of the streams is in use.
        Verdict used = Scaling.decide(situation(bounds(1, 1, 64, 100), List.of(busy), 0));
        assertThat(used.reason()).isEqualTo(Reason.IN_USE);
        assertThat(used.steps()).isEmpty();
    }

    @Test
    void onlyWhatRulesLoadedIsUnloaded() {
        Running people = running(BEIJING, 1, 2, 0);
        assertThat(Scaling.decide(situation(bounds(0, 9, 64, 80), List.of(people), 0))
                        .reason())
                .isEqualTo(Reason.NOT_OWN);
        Running own = new Running(UUID.randomUUID(), SHENZHEN, 1, 2, 0, Running.Condition.RUNNING, true);
        assertThat(Scaling.decide(situation(bounds(1, 9, 64, 80), List.of(people, own), 0))
                        .steps())
                .containsExactly(new Step(Action.UNLOAD, own.serviceId(), SHENZHEN, 1, 0));
        Running broken = new Running(UUID.randomUUID(), SHENZHEN, 1, 2, 0, Running.Condition.BROKEN, true);
        Verdict verdict = Scaling.decide(situation(bounds(1, 9, 64, 80), List.of(people, broken), 0));
        assertThat(verdict.reason()).isEqualTo(Reason.BROKEN);
        assertThat(verdict.steps()).containsExactly(new Step(Action.UNLOAD, broken.serviceId(), SHENZHEN, 1, 0));
    }

    @Test
    void whatItsNodeDoesNotLetGoOfKeepsTheRuleFromNothingElse() {
        Running stuck = new Running(UUID.randomUUID(), BEIJING, 1, 2, 0, Running.Condition.BROKEN, true);
        Running full = running(SHENZHEN, 1, 2, 2);
        Bounds bounds = bounds(1, 9, 64, 100);

        assertThat(resisting(bounds, List.of(stuck, full), 1, stuck).steps())
                .as("more is needed")
                .containsExactly(new Step(Action.GROW, full.serviceId(), SHENZHEN, 1, 2));
        Verdict idle = resisting(bounds, List.of(stuck, full), 0, stuck);
        assertThat(idle.reason()).isEqualTo(Reason.REFUSED);
        assertThat(idle.steps()).isEmpty();

        Running stays = running(BEIJING, 3, 6, 0);
        Running next = running(SHENZHEN, 2, 4, 1);
        assertThat(resisting(bounds, List.of(stays, next), 0, stays).steps())
                .as("another gets smaller")
                .containsExactly(new Step(Action.SHRINK, next.serviceId(), SHENZHEN, 2, 1));
        assertThat(resisting(bounds, List.of(stays), 0, stays).reason()).isEqualTo(Reason.REFUSED);
    }

    private static Verdict resisting(Bounds bounds, List<Running> services, int waiting, Running stuck) {
        return Scaling.decide(new Situation(
                bounds,
                2,
                services,
                List.of(host(BEIJING), host(SHENZHEN)),
                waiting,
                List.of(),
                Permits.UNBOUNDED,
                Set.of(stuck.serviceId()),
                null,
                NOW));
    }

    @Test
    void whoHasALicenceForOneNodeOnlyGetsAReplicaThere() {
        Running full = running(BEIJING, 1, 2, 2);
        Bounds bounds = new Bounds(1, 9, 64, 100, COOL_DOWN, "1101");
        assertThat(licensed(bounds, full, 2, new Permits(0, Map.of(SHENZHEN, 2L)))
                        .steps())
                .as("Beijing is nearer, and nobody may run there")
                .containsExactly(new Step(Action.LOAD, null, SHENZHEN, 0, 1));
        assertThat(licensed(bounds, full, 4, new Permits(2, Map.of(SHENZHEN, 2L)))
                        .steps())
                .as("two may run anywhere")
                .containsExactly(
                        new Step(Action.GROW, full.serviceId(), BEIJING, 1, 2),
                        new Step(Action.LOAD, null, SHENZHEN, 0, 1));
        assertThat(licensed(bounds, full, 4, new Permits(4, Map.of(SHENZHEN, 2L)))
                        .steps())
                .containsExactly(new Step(Action.GROW, full.serviceId(), BEIJING, 1, 3));
        assertThat(licensed(bounds, full, 2, new Permits(0, Map.of(GUANGZHOU, 2L)))
                        .reason())
                .as("Guangzhou has no room")
                .isEqualTo(Reason.NO_CAPACITY);
    }

    private static Verdict licensed(Bounds bounds, Running service, int waiting, Permits permits) {
        return Scaling.decide(new Situation(
                bounds,
                2,
                List.of(service),
                List.of(host(BEIJING), host(SHENZHEN)),
                waiting,
                List.of(),
                permits,
                Set.of(),
                null,
                NOW));
    }

    @Test
    void anOverloadedServiceIsGoodForNoMoreThanItHas() {
        Running strained = new Running(UUID.randomUUID(), BEIJING, 2, 8, 4, Running.Condition.OVERLOADED, false);
        Verdict verdict =
                Scaling.decide(situation(bounds(1, 9, 64, 100), List.of(strained), 1, host(BEIJING), host(SHENZHEN)));
        assertThat(verdict.steps()).containsExactly(new Step(Action.LOAD, null, SHENZHEN, 0, 1));
    }

    /** A network whose demand stays as it is: the rule comes to rest, within its bounds, and never turns back. */
    @Test
    void constantDemandIsAnsweredOnceAndForAll() {
        for (int seed = 0; seed < 3000; seed++) {
            Network network = new Network(new Random(seed));
            network.demand = network.random.nextInt(60);
            for (int round = 0; round < 40; round++) {
                network.round("seed " + seed + " before");
            }
            network.demand = network.random.nextInt(60);
            boolean shrank = false;
            boolean grew = false;
            int quiet = 0;
            for (int round = 0; round < 200 && quiet < 3; round++) {
                Verdict verdict = network.round("seed " + seed + ", round " + round);
                for (Step step : verdict.steps()) {
                    grew |= step.after() > step.before();
                    shrank |= step.after() < step.before();
                }
                assertThat(grew && shrank).as("seed %d turns back", seed).isFalse();
                quiet = verdict.steps().isEmpty() && verdict.reason() != Reason.COOL_DOWN ? quiet + 1 : 0;
            }
            assertThat(quiet).as("seed %d comes to rest", seed).isEqualTo(3);
            network.assertAnswered("seed " + seed);
        }
    }

    /** Demand that goes up and down at random: bounds and cool-down hold, and no stream that does not fit is cut off. */
    @Test
    void boundsAndCoolDownHoldWhateverIsAskedFor() {
        for (int seed = 0; seed < 1000; seed++) {
            Network network = new Network(new Random(seed));
            for (int round = 0; round < 60; round++) {
                network.demand = Math.max(0, network.demand + network.random.nextInt(21) - 10);
                network.round("seed " + seed + ", round " + round);
            }
        }
    }

    private static Situation situation(Bounds bounds, List<Running> services, int waiting, Host... hosts) {
        return new Situation(
                bounds,
                services.isEmpty() ? 2 : services.get(0).perReplica(),
                services,
                List.of(hosts),
                waiting,
                List.of(),
                Permits.UNBOUNDED,
                Set.of(),
                null,
                NOW);
    }

    private static Bounds bounds(int least, int most, int mostAtNode, int target) {
        return new Bounds(least, most, mostAtNode, target, COOL_DOWN, null);
    }

    private static Running running(String node, int replicas, int slots, int taken) {
        return new Running(UUID.randomUUID(), node, replicas, slots, taken, Running.Condition.RUNNING, false);
    }

    private static Host host(String code) {
        return new Host(code, Host.Holding.PACKAGE, 100);
    }

    /** A few nodes with room for some replicas each, which do at once what a rule decides. */
    private static final class Network {

        private final Random random;
        private final Bounds bounds;
        private final int streams;
        private final List<Integer> room = new ArrayList<>();
        private final List<Running> services = new ArrayList<>();
        private int demand;
        private Instant now = NOW;
        private Instant actedAt;

        Network(Random random) {
            this.random = random;
            int least = random.nextInt(4);
            bounds = bounds(least, least + 1 + random.nextInt(12), 1 + random.nextInt(5), 30 + random.nextInt(71));
            streams = 1 + random.nextInt(6);
            int nodes = 1 + random.nextInt(6);
            for (int node = 0; node < nodes; node++) {
                room.add(random.nextInt(6));
            }
        }

        Verdict round(String where) {
            now = now.plusSeconds(20);
            List<Running> before = seated();
            Situation situation = new Situation(
                    bounds,
                    streams,
                    before,
                    hosts(before),
                    waiting(before),
                    List.of(),
                    Permits.UNBOUNDED,
                    Set.of(),
                    actedAt,
                    now);
            Verdict verdict = Scaling.decide(situation);
            assertThat(Scaling.decide(situation)).as(where).isEqualTo(verdict);
            if (!verdict.steps().isEmpty()) {
                assertThat(actedAt == null || !now.isBefore(actedAt.plus(COOL_DOWN)))
                        .as(where)
                        .isTrue();
                actedAt = now;
            }
            verdict.steps().forEach(this::apply);
            assertKept(where, before, verdict);
            return verdict;
        }

        private void assertKept(String where, List<Running> before, Verdict verdict) {
            int replicas = replicas(services);
            assertThat(replicas).as(where).isLessThanOrEqualTo(bounds.most());
            if (replicas < replicas(before)) {
                assertThat(replicas).as(where).isGreaterThanOrEqualTo(bounds.least());
                assertThat(waiting(seated()))
                        .as(where + ": what ran has a place")
                        .isZero();
            }
            for (int node = 0; node < room.size(); node++) {
                String code = code(node);
                int there = replicas(services.stream()
                        .filter(service -> service.computeCode().equals(code))
                        .toList());
                assertThat(there).as(where).isLessThanOrEqualTo(Math.min(bounds.mostAtNode(), room.get(node)));
            }
            assertThat(verdict.steps().stream().map(Step::computeCode))
                    .as(where)
                    .doesNotHaveDuplicates();
        }

        /** As much as the bounds and the nodes allow, where the demand needs it; no more than it needs. */
        void assertAnswered(String where) {
            int replicas = replicas(services);
            int possible = room.stream()
                    .mapToInt(free -> Math.min(free, bounds.mostAtNode()))
                    .sum();
            long needed = Bounds.up(bounds.streamsFor(demand), streams);
            long wanted = Math.min(Math.min(bounds.most(), possible), Math.max(bounds.least(), needed));
            // At the very edge a replica more stays where it was: only below it one would do without.
            boolean atEdge = demand > 0 && demand * 100L == bounds.targetPercent() * wanted * streams;
            assertThat((long) replicas).as(where).isBetween(wanted, atEdge ? wanted + 1 : wanted);
        }

        private void apply(Step step) {
            Running old = services.stream()
                    .filter(service -> service.serviceId().equals(step.serviceId()))
                    .findFirst()
                    .orElse(null);
            services.remove(old);
            if (step.after() > 0) {
                services.add(new Running(
                        old == null ? UUID.randomUUID() : old.serviceId(),
                        step.computeCode(),
                        step.after(),
                        step.after() * streams,
                        0,
                        Running.Condition.RUNNING,
                        true));
            }
        }

        /** The tasks spread as dispatch does: the emptiest first. */
        private List<Running> seated() {
            List<Running> seated = new ArrayList<>(services);
            for (int task = 0; task < demand; task++) {
                Running emptiest = seated.stream()
                        .filter(service -> service.free() > 0)
                        .min(Comparator.comparingDouble(service -> (double) service.taken() / service.slots()))
                        .orElse(null);
                if (emptiest == null) {
                    return seated;
                }
                seated.set(
                        seated.indexOf(emptiest),
                        new Running(
                                emptiest.serviceId(),
                                emptiest.computeCode(),
                                emptiest.replicas(),
                                emptiest.slots(),
                                emptiest.taken() + 1,
                                emptiest.condition(),
                                true));
            }
            return seated;
        }

        private int waiting(List<Running> seated) {
            return demand - seated.stream().mapToInt(Running::taken).sum();
        }

        private List<Host> hosts(List<Running> seated) {
            List<Host> hosts = new ArrayList<>();
            for (int node = 0; node < room.size(); node++) {
                String code = code(node);
                int used = replicas(seated.stream()
                        .filter(service -> service.computeCode().equals(code))
                        .toList());
                hosts.add(new Host(code, Host.Holding.PACKAGE, room.get(node) - used));
            }
            return hosts;
        }

        private static int replicas(List<Running> services) {
            return services.stream().mapToInt(Running::replicas).sum();
        }

        private static String code(int node) {
            return "1101080000502000000" + node;
        }
    }
}
