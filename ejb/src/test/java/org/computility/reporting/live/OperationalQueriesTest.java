package org.computility.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.computility.centers.CenterFacts;
import org.computility.compute.NodeView;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.counts.CenterJobs;
import org.computility.jobs.counts.JobsAtCenters;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.sources.NewSources;
import org.computility.reporting.sources.Source;
import org.computility.reporting.sources.SourceKind;
import org.computility.reporting.sources.SourcesForTests;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationalQueriesTest {

    private static final String CODE = "11010800005050000001";
    private static final long GIB = 1L << 30;

    private final ReportingForTests room = new ReportingForTests();
    private final SourcesForTests registered = new SourcesForTests();
    private final HandClock clock = new HandClock();
    private final OperationalQueries queries = new OperationalQueries();
    private final List<NodePicture> pictures = new ArrayList<>();
    private final List<String> renewed = new ArrayList<>();
    private int center;

    @BeforeEach
    void assemble() {
        ReportedCenterRegistry centers = ReportedCentersForTests.over(room.database);
        queries.centers = centers;
        queries.sources = registered.over(room.database);
        queries.directory = registered.directory;
        queries.jobs = new JobsAtCenters() {
            @Override
            public Map<String, CenterJobs> at(Collection<String> ids) {
                return ids.stream().collect(Collectors.toMap(id -> id, id -> new CenterJobs(id, 2, 1)));
            }
        };
        queries.pictures = new NodePictures() {
            @Override
            public void renew(Collection<String> codes) {
                renewed.addAll(codes);
            }

            @Override
            public List<NodePicture> of(Collection<String> codes) {
                return pictures;
            }
        };
        queries.elsewhere = new NowhereElse();
        queries.caller = room.database.caller;
        queries.clock = clock;
        center = room.database.sessions.commit(() -> centers.create(ReportedCentersForTests.named("庆阳")));
    }

    @Test
    void aCenterWithoutSourcesHereIsToldOfByThePlatformThatReportsIt() {
        Load load = new Load(null, null, null, 3L, null);
        SourceData platform = new SourceData(
                new Source(SourceKind.PLATFORM, "gansu"),
                "甘肃",
                true,
                clock.instant().minusSeconds(4),
                null,
                load,
                Scale.UNKNOWN);
        queries.elsewhere = new NowhereElse() {
            @Override
            public Optional<OperationsElsewhere> operations(ReportedCenterView asked) {
                return Optional.of(new OperationsElsewhere(platform, true, List.of()));
            }
        };
        OperationalData data = queries.query(center, null);
        assertThat(data.load()).isEqualTo(load);
        assertThat(data.asOf()).isEqualTo(clock.instant().minusSeconds(4));
        assertThat(data.partial()).isTrue();
        assertThat(data.sources()).containsExactly(platform);
    }

    @Test
    void figuresOfAPlatformThatIsSilentAreNoneOfNow() {
        SourceData silent = new SourceData(
                new Source(SourceKind.PLATFORM, "gansu"),
                "甘肃",
                false,
                clock.instant(),
                "does not answer",
                new Load(null, null, null, 3L, null),
                Scale.UNKNOWN);
        queries.elsewhere = new NowhereElse() {
            @Override
            public Optional<OperationsElsewhere> operations(ReportedCenterView asked) {
                return Optional.of(new OperationsElsewhere(silent, false, List.of()));
            }
        };
        OperationalData data = queries.query(center, null);
        assertThat(data.load()).isEqualTo(Load.UNKNOWN);
        assertThat(data.asOf()).isNull();
        assertThat(data.partial()).isTrue();
        assertThat(data.sources()).containsExactly(silent);
    }

    @Test
    void withoutSourcesNothingIsKnown() {
        OperationalData data = queries.query(null, "庆阳");

        assertThat(data.load()).isEqualTo(Load.UNKNOWN);
        assertThat(data.scale()).isEqualTo(Scale.UNKNOWN);
        assertThat(data.partial()).isFalse();
        assertThat(data.sources()).isEmpty();
        assertThat(data.asOf()).isNull();
    }

    @Test
    void figuresOfSourcesThatAnswerAreSummed() {
        Instant probed = clock.instant().minusSeconds(9);
        connected("one", probed, node(8, 2, 4, "Nvidia/GPU/V100", 1));
        connected("two", clock.instant(), node(8, 6, 0, "", 0));
        bind(List.of("one", "two"), List.of());

        OperationalData data = queries.query(center, null);

        assertThat(data.partial()).isFalse();
        assertThat(data.asOf()).isEqualTo(probed);
        assertThat(data.load().computingUtilization()).isEqualByComparingTo("50");
        assertThat(data.load().memoryUtilization()).isEqualByComparingTo("50");
        assertThat(data.load().acceleratorUtilization()).isEqualByComparingTo("75");
        assertThat(data.load().jobsRunning()).isEqualTo(4);
        assertThat(data.load().jobsWaiting()).isEqualTo(2);
        Capacity total = data.scale().total();
        assertThat(total.nodes()).isEqualByComparingTo("2");
        assertThat(total.cores()).isEqualByComparingTo("16");
        assertThat(total.memory()).isEqualByComparingTo("32");
        assertThat(total.accelerators()).isEqualByComparingTo("4");
        assertThat(total.computingPower()).isEqualByComparingTo("0.5");
        assertThat(data.scale().schedulable().cores()).isEqualByComparingTo("8");
        assertThat(data.scale().schedulable().computingPower()).isEqualByComparingTo("0.125");
        assertThat(renewed).isEmpty();
    }

    @Test
    void whatDoesNotAnswerIsNamedWithItsAgeAndCountsNowhere() {
        Instant then = clock.instant().minusSeconds(600);
        connected("one", clock.instant(), node(8, 2, 0, "", 0));
        registered.centers.put(
                "two", new CenterFacts("two", "Two", null, false, "does not answer", then, node(4, 4, 0, "", 0)));
        registered.register("three");
        bind(List.of("one", "two", "three"), List.of());
        registered.centers.remove("three");

        OperationalData data = queries.query(center, null);

        assertThat(data.partial()).isTrue();
        assertThat(data.scale().total().cores()).isEqualByComparingTo("8");
        assertThat(data.asOf()).isEqualTo(clock.instant());
        SourceData gone = source(data, "three");
        assertThat(gone.reason()).isEqualTo("No center is registered as three any more.");
        assertThat(gone.asOf()).isNull();
        assertThat(gone.load()).isEqualTo(Load.UNKNOWN);
        SourceData silent = source(data, "two");
        assertThat(silent.answered()).isFalse();
        assertThat(silent.reason()).isEqualTo("does not answer");
        assertThat(silent.asOf()).isEqualTo(then);
        assertThat(silent.scale().total().cores()).isEqualByComparingTo("4");
    }

    @Test
    void computeIsAskedAndWhatItDoesNotTellIsAbsentFromTheSum() {
        connected("one", clock.instant(), node(8, 2, 4, "Nvidia/GPU/V100", 1));
        registered.registerCompute(CODE);
        bind(List.of("one"), List.of(CODE));
        told(true, clock.instant(), machine(0.25, 10.0, null, 0.5, 0.0));

        OperationalData data = queries.query(center, null);

        assertThat(renewed).containsExactly(CODE);
        assertThat(data.partial()).isFalse();
        assertThat(data.load().computingUtilization()).isEqualByComparingTo("50");
        assertThat(data.load().memoryUtilization()).isNull();
        assertThat(data.scale().total().memory()).isEqualByComparingTo("26");
        assertThat(data.scale().schedulable().memory()).isNull();
        assertThat(data.scale().total().accelerators()).isEqualByComparingTo("6");
        assertThat(data.scale().total().computingPower()).isNull();
        assertThat(source(data, CODE).load().acceleratorUtilization()).isEqualByComparingTo("25");
        assertThat(source(data, "one").scale().total().computingPower()).isEqualByComparingTo("0.5");
    }

    @Test
    void computeThatIsOfflineOrSilentIsStale() {
        registered.registerCompute(CODE);
        bind(List.of(), List.of(CODE));
        Instant then = clock.instant().minusSeconds(700);

        told(true, then, machine(0.25, 10.0, 5.0, 0.5));
        SourceData silent = source(queries.query(center, null), CODE);
        assertThat(silent.reason()).isEqualTo("The compute did not answer.");
        assertThat(silent.asOf()).isEqualTo(then);
        assertThat(silent.load().memoryUtilization()).isEqualByComparingTo("50");
        told(false, then, machine(0.25, 10.0, 5.0, 0.5));
        OperationalData data = queries.query(center, null);
        assertThat(source(data, CODE).reason()).startsWith("The compute is offline");
        assertThat(data.partial()).isTrue();
        assertThat(data.load()).isEqualTo(Load.UNKNOWN);
        pictures.clear();
        assertThat(source(queries.query(center, null), CODE).reason()).contains("any more");
    }

    @Test
    void whoMayNotSeeTheCenterLearnsNothing() {
        room.database.be("stranger");
        room.refused("reported-center-unknown", () -> queries.query(center, null));
        room.database.be("device");
        room.refused("role-missing", () -> queries.query(center, null));
        room.database.be("reporter");
        room.refused("member-missing", () -> queries.query(null, null));
        room.refused("member-invalid", () -> queries.query(center, "北京"));
    }

    private void bind(List<String> centers, List<String> compute) {
        room.database.be("admin");
        room.database.sessions.commit(() -> queries.sources.replace(center, new NewSources(centers, compute)));
        room.database.be("reporter");
    }

    private void connected(String id, Instant probedAt, JobCapacity capacity) {
        registered.centers.put(id, new CenterFacts(id, id, null, true, null, probedAt, capacity));
    }

    private static JobCapacity node(int cores, int free, int cards, String product, int freeCards) {
        Accelerators kind = cards == 0 ? null : new Accelerators("GPU", product, cards, 0);
        return new JobCapacity(
                "X86", 0, List.of(new NodeCapacity("n", cores, free, 16 * GIB, 8 * GIB, kind, freeCards)));
    }

    private void told(boolean online, Instant at, Machine machine) {
        pictures.clear();
        NodeView node = new NodeView(CODE, "GPU", "h", 1, online, true, null, Instant.EPOCH, at);
        pictures.add(new NodePicture(node, List.of(machine), at));
    }

    private static Machine machine(double utilization, double memory, Double memoryUsed, Double... cards) {
        return new Machine(
                null,
                null,
                null,
                8.0,
                utilization,
                memory,
                memoryUsed,
                null,
                null,
                List.of(cards).stream()
                        .map(card -> new Card("nvidia", null, null, card))
                        .toList());
    }

    private static SourceData source(OperationalData data, String id) {
        return data.sources().stream()
                .filter(source -> source.source().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
