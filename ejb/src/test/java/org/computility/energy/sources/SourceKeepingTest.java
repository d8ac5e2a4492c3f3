package org.computility.energy.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.computility.compute.ComputeNodes;
import org.computility.energy.MeterKind;
import org.computility.energy.hours.Consumed;
import org.computility.energy.hours.HoursForTests;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.energy.meters.MetersForTests;
import org.computility.energy.meters.NewMeter;
import org.computility.energy.nodes.Covers;
import org.computility.energy.nodes.NodeCount;
import org.computility.energy.nodes.NodeShown;
import org.computility.energy.nodes.NodesForTests;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingCorrection;
import org.computility.energy.readings.ReadingsForTests;
import org.computility.energy.readings.ShownReading;
import org.computility.energy.sources.NewSource.Modbus;
import org.computility.energy.sources.NewSource.Snmp;
import org.computility.shared.BusinessFailure;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.outbound.GuardForTests;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceKeepingTest {

    private static final Modbus REGISTER = new Modbus(null, null, 100, null);
    private static final String NODE = "11010800005020000001";

    private final MarketForTests database = new MarketForTests();
    private final HandClock clock = new HandClock();
    private final SourceRegistry registry = new SourceRegistry();
    private final SourceKeeping keeping = new SourceKeeping();
    private MeterRegistry meters;

    @TempDir
    private Path folder;

    @BeforeEach
    void assemble() {
        meters = MetersForTests.over(database, clock);
        registry.sources = new MeterSources_(database.sessions.current());
        registry.meters = meters;
        registry.history = ReadingsForTests.history(database);
        registry.sealing = SealingForTests.keptIn(folder);
        registry.guard = GuardForTests.allowingThisMachine();
        registry.clock = clock;
        registry.nodes = new ComputeNodes() {
            @Override
            public boolean isRegistered(String code) {
                return code.equals(NODE);
            }
        };
        keeping.sources = registry.sources;
        keeping.entry = ReadingsForTests.entry(database, clock);
        keeping.nodes = NodesForTests.counting(database);
        keeping.sealing = registry.sealing;
        keeping.clock = clock;
        keeping.patience = Duration.ofSeconds(1);
        meter("m", MeterKind.TOTAL_ELECTRICITY, null);
    }

    @Test
    void whatADeviceShowsIsScaledAndOverflowsAtTheWidthOfItsType() {
        set("m", modbus("127.0.0.1", DataType.UINT32, "0.01", SourceUnit.KWH));
        assertThat(meters.find("m").orElseThrow().modulus()).isEqualByComparingTo("42949672.960");

        read("m", "4294967290");
        clock.pass(Duration.ofMinutes(30));
        read("m", "4");

        Instant now = clock.instant();
        assertThat(consumed("m", now.minus(Duration.ofMinutes(30)), now)).isEqualTo(100);
        SourceView view = registry.view("m");
        assertThat(view.age().lastReadingAt()).isEqualTo(now);
        assertThat(view.age().seconds()).isZero();
        assertThat(view.failure()).isNull();
    }

    @Test
    void aWidthFollowsTheSourceAndAModulusThatWasSaidStays() {
        set("m", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.WH));
        assertThat(meters.find("m").orElseThrow().modulus()).isEqualByComparingTo("65.536");
        set("m", modbus("127.0.0.1", DataType.UINT64, "1", SourceUnit.MWH));
        assertThat(meters.find("m").orElseThrow().modulus()).isNull();
        set("m", modbus("127.0.0.1", DataType.FLOAT64, "1", SourceUnit.KWH));
        assertThat(meters.find("m").orElseThrow().modulus()).isNull();

        set("m", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.KWH));
        done(() -> registry.remove("m"));
        assertThat(meters.find("m").orElseThrow().modulus()).as("pushed again").isNull();

        meter("own", MeterKind.TOTAL_ELECTRICITY, "1000");
        set("own", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.KWH));
        assertThat(meters.find("own").orElseThrow().modulus()).isEqualByComparingTo("1000");
        refused(
                "member-invalid",
                () -> registry.set("own", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.W), "x"));
    }

    @Test
    void thePowerOfADeviceIsCounted() {
        set("m", modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W));
        read("m", "1000");
        clock.pass(Duration.ofMinutes(30));
        read("m", "3000");
        clock.pass(Duration.ofMinutes(30));
        read("m", "3000");

        Instant now = clock.instant();
        assertThat(consumed("m", now.minus(Duration.ofMinutes(60)), now)).isEqualTo(1000 + 1500);
        refused("member-invalid", () -> {
            keeping.read(open("m"), new BigDecimal("-1"), now.plusSeconds(5));
            return null;
        });
    }

    @Test
    void whatPowerCameToBehindOneThatWasRefusedIsUnknown() {
        set("m", modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W));
        Instant begin = clock.instant();
        read("m", "1000");
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");
        clock.pass(Duration.ofMinutes(6));
        OpenSource asked = open("m");
        done(() -> {
            keeping.refused(asked, "-1 is negative");
            return null;
        });
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");
        Instant again = clock.instant();
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");

        Instant now = clock.instant();
        assertThat(consumed("m", begin, now)).as("no guess of the gap").isEqualTo(100 + 100);
        assertThat(whole("m", begin, now)).isFalse();
        assertThat(whole("m", begin, begin.plus(Duration.ofMinutes(6)))).isTrue();
        assertThat(whole("m", again, now)).isTrue();

        ReadingCorrection correction = ReadingsForTests.correction(database, clock);
        done(() -> correction.takeBack("m", again, again, "wrong", "admin"));
        assertThat(whole("m", again, now)).as("the gap stays unknown").isFalse();
    }

    @Test
    void aGapStaysUnknownWhereTheNewestReadingIsTakenBack() {
        set("m", modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W));
        Instant begin = clock.instant();
        read("m", "1000");
        clock.pass(Duration.ofMinutes(6));
        OpenSource asked = open("m");
        done(() -> {
            keeping.refused(asked, "-1 is negative");
            return null;
        });
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");
        Instant again = clock.instant();
        ReadingCorrection correction = ReadingsForTests.correction(database, clock);
        done(() -> correction.takeBack("m", again, again, "wrong", "admin"));
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");

        Instant now = clock.instant();
        assertThat(whole("m", begin, now)).isFalse();
        push("m", again, "0");
        assertThat(whole("m", begin, again))
                .as("another value tells no more of the gap")
                .isFalse();
        assertThat(whole("m", again, now)).isTrue();
    }

    @Test
    void whatCameBeforeTheFirstLookAtAnotherSourceIsUnknown() {
        NewSource power = modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W);
        meter("n", MeterKind.IT_ELECTRICITY, null);
        Instant begin = clock.instant();
        Instant booted = begin.minusSeconds(600);
        for (int i = 0; i < 2; i++) {
            set("m", power);
            set("n", node(NODE, Covers.CPU));
            for (int look = 0; look < 2; look++) {
                read("m", "1000");
                shown("n", null, count("a", booted, "" + 100 * (2 * i + look)));
                clock.pass(Duration.ofMinutes(6));
            }
        }

        Instant end = begin.plus(Duration.ofMinutes(18));
        for (String meter : List.of("m", "n")) {
            assertThat(consumed(meter, begin, end)).isEqualTo(100 + 100);
            assertThat(whole(meter, begin, begin.plus(Duration.ofMinutes(6)))).isTrue();
            assertThat(whole(meter, begin, end)).isFalse();
            assertThat(whole(meter, begin.plus(Duration.ofMinutes(12)), end)).isTrue();
        }
    }

    @Test
    void aDeviceThatWasSilentLeavesNoGap() {
        set("m", modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W));
        Instant begin = clock.instant();
        read("m", "1000");
        clock.pass(Duration.ofMinutes(6));
        fail("m", "gone");
        clock.pass(Duration.ofMinutes(6));
        read("m", "1000");
        assertThat(consumed("m", begin, clock.instant())).isEqualTo(200);
        assertThat(whole("m", begin, clock.instant())).isTrue();
    }

    @Test
    void theSecretsOfAMeterOutOfServiceAreWiped() {
        Snmp user = new Snmp(
                "1.3.6",
                null,
                "u",
                NewSource.AuthProtocol.SHA,
                "auth-secret",
                NewSource.PrivProtocol.AES256,
                "priv-secret");
        meter("n", MeterKind.TOTAL_ELECTRICITY, null);
        set("m", snmp(user));
        set("n", snmp(new Snmp("1.3.6", "community-secret", null, null, null, null, null)));
        assertThat(sealed()).isEqualTo(3);

        assertThat(done(() -> registry.retire("m")).retiredAt()).isNotNull();
        done(() -> registry.retire("n"));

        assertThat(sealed()).isZero();
        assertThat(registry.view("m").said().snmp().user())
                .as("where it was read")
                .isEqualTo("u");
        refused("meter-retired", () -> registry.set("m", snmp(user), "x"));
        refused("meter-unknown", () -> registry.retire("x"));
    }

    @Test
    void secretsThatAreSaidWhileTheMeterLeavesAreWipedToo() {
        Snmp said = new Snmp("1.3.6", "community-secret", null, null, null, null, null);
        registry.meters = new MeterRegistry() {
            @Override
            public Optional<MeterView> find(String code) {
                return meters.find(code);
            }

            @Override
            public MeterView hold(String code) {
                return meters.hold(code);
            }

            @Override
            public MeterView takeWidth(String code, BigDecimal before, BigDecimal width) {
                return meters.takeWidth(code, before, width);
            }

            @Override
            public MeterView retire(String code) {
                CompletableFuture.runAsync(() -> set("m", snmp(said))).join();
                assertThat(sealed()).isOne();
                return meters.retire(code);
            }
        };

        done(() -> registry.retire("m"));

        assertThat(sealed()).isZero();
    }

    @Test
    void nobodyWaitsInACircleWhereAMeterLeavesBetweenTwoWhoSayItsSource() throws InterruptedException {
        NewSource said = modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.KWH);
        set("m", said);
        CountDownLatch firstIsIn = new CountDownLatch(1);
        List<CompletableFuture<Void>> others = new CopyOnWriteArrayList<>();
        registry.meters = new MeterRegistry() {
            @Override
            public Optional<MeterView> find(String code) {
                return meters.find(code);
            }

            @Override
            public MeterView hold(String code) {
                return meters.hold(code);
            }

            @Override
            public MeterView takeWidth(String code, BigDecimal before, BigDecimal width) {
                if (firstIsIn.getCount() > 0) {
                    firstIsIn.countDown();
                    awaitOneThatWaits();
                }
                return meters.takeWidth(code, before, width);
            }

            @Override
            public MeterView retire(String code) {
                MeterView retired = meters.retire(code);
                others.add(CompletableFuture.runAsync(
                        () -> refused("meter-retired", () -> registry.set("m", said, "second"))));
                awaitOneThatWaits();
                return retired;
            }
        };
        others.add(CompletableFuture.runAsync(() -> set("m", said)));
        assertThat(firstIsIn.await(10, TimeUnit.SECONDS)).isTrue();

        done(() -> registry.retire("m"));

        others.forEach(CompletableFuture::join);
        assertThat(meters.find("m").orElseThrow().retiredAt()).isNotNull();
    }

    private void awaitOneThatWaits() {
        await().until(() ->
                database.sessions.current().createNativeQuery("""
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                """, Long.class).getSingleResult() > 0);
    }

    @Test
    void theCountersOfANodeAreCountedOnWhateverBeginsAnew() {
        meter("water", MeterKind.WATER, null);
        refused("compute-unknown", () -> registry.set("m", node("11010800005020000002", null), "x"));
        refused("member-invalid", () -> registry.set("water", node(NODE, null), "x"));
        set("m", node(NODE, Covers.CPU));
        Instant begin = clock.instant();
        Instant booted = begin.minusSeconds(600);
        assertThat(open("m").asked()).isEqualTo(NODE);
        assertThat(registry.view("m").said()).isEqualTo(node(NODE, Covers.CPU, 60));

        shown("m", null, count("a", booted, "100"), count("b", booted, "7"));
        clock.pass(Duration.ofMinutes(1));
        shown("m", null, count("a", booted, "100.25"), count("b", booted, "7.5"));
        clock.pass(Duration.ofMinutes(1));
        Instant rebooted = clock.instant().minusSeconds(10);
        shown("m", null, count("a", rebooted, "101"), count("b", booted, "8.000001"));

        Instant now = clock.instant();
        assertThat(registry.view("m").age().lastReadingAt()).isEqualTo(now);
        assertThat(consumed("m", begin, now)).isEqualTo(102);
        clock.pass(Duration.ofMinutes(1));
        set("m", node(NODE, Covers.CPU));
        shown("m", null, count("a", rebooted, "500"));
        assertThat(consumed("m", begin, clock.instant())).as("a first look").isEqualTo(102);
    }

    @Test
    void aFigureOfANodeIsAsOldAsItsCounters() {
        set("m", node(NODE, null));
        Instant begin = clock.instant();
        Instant read = begin.minusSeconds(40);
        shown("m", read, count("a", begin.minusSeconds(600), "1"));
        assertThat(registry.view("m").age().lastReadingAt()).isEqualTo(read);
        assertThat(registry.view("m").age().seconds()).isEqualTo(40);

        clock.pass(Duration.ofMinutes(1));
        fail("m", "gone");
        shown("m", read, count("a", begin.minusSeconds(600), "1"));
        assertThat(registry.view("m").age().seconds())
                .as("the same counters as before")
                .isEqualTo(100);
        assertThat(registry.view("m").triedAt()).isEqualTo(clock.instant());
        assertThat(registry.view("m").failure()).isNull();
        assertThat(claim(9)).isEmpty();
    }

    @Test
    void whatNoMeterShowsIsRefusedAndAnEarlierLookCountsNot() {
        set("m", modbus("127.0.0.1", DataType.FLOAT32, null, SourceUnit.W));
        refused("member-invalid", () -> {
            keeping.read(open("m"), new BigDecimal("1e30"), clock.instant());
            return null;
        });
        read("m", "1000");
        Instant now = clock.instant();
        clock.pass(Duration.ofHours(1));
        read("m", "1000");
        database.sessions.commit(() -> keeping.read(open("m"), new BigDecimal("9000"), now.plusSeconds(60)));
        assertThat(consumed("m", now, clock.instant())).isEqualTo(1000);
    }

    @Test
    void aFailureIsNotedUntilTheDeviceAnswersAgain() {
        set("m", modbus("127.0.0.1", DataType.UINT32, "1", SourceUnit.KWH));
        Instant first = clock.instant();
        fail("m", "gone");
        clock.pass(Duration.ofMinutes(1));
        fail("m", "x".repeat(2000));
        assertThat(registry.view("m").failure()).hasSize(1024);
        assertThat(registry.view("m").failedSince()).isEqualTo(first);
        assertThat(registry.view("m").age().lastReadingAt()).isNull();
        clock.pass(Duration.ofMinutes(1));
        read("m", "7");
        assertThat(registry.view("m").failure()).isNull();
        assertThat(registry.view("m").failedSince()).isNull();
        assertThat(registry.view("m").triedAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatIsReadOfASourceThatIsAnotherByNowCountsNot() {
        set("m", modbus("127.0.0.1", DataType.UINT32, "1", SourceUnit.KWH));
        OpenSource asked = open("m");
        clock.pass(Duration.ofSeconds(5));
        set("m", modbus("127.0.0.1", DataType.UINT32, "10", SourceUnit.KWH));

        database.sessions.commit(() -> keeping.read(asked, BigDecimal.TEN, clock.instant()));
        database.sessions.commit(() -> keeping.failed(asked, "gone"));

        assertThat(registry.view("m").age().lastReadingAt()).isNull();
        assertThat(registry.view("m").failure()).isNull();
    }

    @Test
    void metersOfOneDeviceAreDueTogetherAndOnce() {
        meter("n", MeterKind.WATER, null);
        meter("gone", MeterKind.WATER, null);
        set("m", modbus("127.0.0.1", DataType.UINT32, "1", SourceUnit.KWH));
        set("n", modbus("127.0.0.1", DataType.UINT32, "1", SourceUnit.L));
        set("gone", modbus("127.0.0.1", DataType.UINT32, "1", SourceUnit.L));
        done(() -> meters.retire("gone"));

        assertThat(claim(1)).containsExactlyInAnyOrder("m", "n");
        assertThat(claim(9)).isEmpty();
        // A server that died while it asked.
        clock.pass(Duration.ofSeconds(119));
        assertThat(claim(9)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(claim(9)).containsExactlyInAnyOrder("m", "n");
        done(() -> registry.remove("n"));
        clock.pass(Duration.ofHours(1));
        assertThat(claim(9)).containsExactly("m");
    }

    @Test
    void secretsAreSealedAndComeOutForTheDeviceOnly() {
        Snmp user = new Snmp(
                "1.3.6",
                null,
                "u",
                NewSource.AuthProtocol.SHA,
                "auth-secret",
                NewSource.PrivProtocol.AES256,
                "priv-secret");
        set(
                "m",
                new NewSource(
                        Protocol.SNMP, "127.0.0.1", null, 10, DataType.TEXT, null, SourceUnit.WH, null, user, null));

        assertThat(registry.view("m").toString()).doesNotContain("secret");
        assertThat(user.toString()).doesNotContain("secret");
        OpenSource open = open("m");
        assertThat(open.device().port()).isEqualTo(161);
        assertThat(open.device().access().authPassword()).isEqualTo("auth-secret");
        assertThat(open.device().access().privPassword()).isEqualTo("priv-secret");
        assertThat(open.toString()).doesNotContain("secret");
        assertThat(database.sessions
                        .current()
                        .createNativeQuery(
                                "select count(*) from meter_source where encode(sealed_auth_password, 'escape') like '%secret%'",
                                Long.class)
                        .getSingleResult())
                .isZero();
    }

    @Test
    void aHostOfTheInnerNetworkIsRefused() {
        refused("url-refused", () -> registry.set("m", modbus("10.0.0.1", DataType.UINT16, "1", SourceUnit.WH), "x"));
        refused("url-refused", () -> registry.set("m", modbus("010.0.0.1", DataType.UINT16, "1", SourceUnit.WH), "x"));
        refused(
                "meter-unknown",
                () -> registry.set("x", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.WH), "x"));
        done(() -> meters.retire("m"));
        refused(
                "meter-retired",
                () -> registry.set("m", modbus("127.0.0.1", DataType.UINT16, "1", SourceUnit.WH), "x"));
    }

    @Test
    void readingsAreTakenBackAndHoursAreReckonedWithoutThem() {
        ReadingCorrection correction = ReadingsForTests.correction(database, clock);
        Instant now = clock.instant();
        push("m", now.minusSeconds(3600), "10");
        push("m", now.minusSeconds(1800), "1000");
        push("m", now, "20");
        assertThat(consumed("m", now.minusSeconds(3600), now)).isNotEqualTo(10_000);

        Instant wrong = now.minusSeconds(1800);
        assertThat(done(() -> correction.takeBack("m", wrong, wrong, "mistyped", "admin")))
                .isEqualTo(1);
        assertThat(done(() -> correction.takeBack("m", wrong, wrong, "mistyped", "admin")))
                .isZero();

        assertThat(consumed("m", now.minusSeconds(3600), now)).isEqualTo(10_000);
        assertThat(correction.shown("m", now.minusSeconds(3600), now))
                .extracting(ShownReading::reason)
                .containsExactly(null, "mistyped", null);
        push("m", wrong, "15");
        assertThat(correction.shown("m", wrong, wrong)).hasSize(2);
        refused("period-reversed", () -> correction.shown("m", now, wrong));
        refused("meter-unknown", () -> correction.takeBack("x", wrong, now, "r", "a"));
    }

    @Test
    void readingsAreASecondApart() {
        Instant now = clock.instant();
        push("m", now.minusSeconds(10), "1");
        refused(
                "readings-too-dense",
                () -> keeping.entry.take(
                        "m", List.of(reading(now.minusSeconds(10).plusMillis(999), "2"))));
        refused(
                "readings-too-dense",
                () -> keeping.entry.take(
                        "m",
                        List.of(
                                reading(now.minusSeconds(5), "2"),
                                reading(now.minusSeconds(5).plusMillis(1), "2"))));
        push("m", now.minusSeconds(9), "2");
        push("m", now.minusSeconds(9), "2");
    }

    private void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(() -> done(deed))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void meter(String code, MeterKind kind, String modulus) {
        done(() -> meters.open(7, new NewMeter(code, kind, null, modulus == null ? null : new BigDecimal(modulus))));
    }

    private void set(String meter, NewSource source) {
        done(() -> registry.set(meter, source, "operator"));
    }

    private void push(String meter, Instant at, String value) {
        done(() -> keeping.entry.take(meter, List.of(reading(at, value))));
    }

    private void shown(String meter, Instant at, NodeCount... counts) {
        OpenSource asked = open(meter);
        NodeShown shown = new NodeShown(List.of(counts), at, null);
        database.sessions.commit(() -> keeping.read(asked, shown, clock.instant()));
    }

    private static NodeCount count(String machine, Instant since, String wattHours) {
        return new NodeCount(machine, "CPU", since, new BigDecimal(wattHours));
    }

    private static NewSource node(String code, Covers covers) {
        return node(code, covers, null);
    }

    private static NewSource node(String code, Covers covers, Integer interval) {
        return new NewSource(
                Protocol.NODE, null, null, interval, null, null, null, null, null, new NewSource.Node(code, covers));
    }

    private static NewSource snmp(Snmp snmp) {
        return new NewSource(
                Protocol.SNMP, "127.0.0.1", null, 10, DataType.TEXT, null, SourceUnit.WH, null, snmp, null);
    }

    /** So many secrets are kept. */
    private long sealed() {
        return database.sessions
                .current()
                .createNativeQuery(
                        "select count(sealed_community) + count(sealed_auth_password) + count(sealed_priv_password) from meter_source",
                        Long.class)
                .getSingleResult();
    }

    private boolean whole(String meter, Instant from, Instant to) {
        return HoursForTests.consumption(database, clock).ofMeter(meter, from, to).stream()
                .allMatch(Consumed::whole);
    }

    private static NewReading reading(Instant at, String value) {
        return new NewReading(at, new BigDecimal(value));
    }

    private OpenSource open(String meter) {
        return keeping.open(meter).orElseThrow();
    }

    private void read(String meter, String number) {
        OpenSource asked = open(meter);
        database.sessions.commit(() -> keeping.read(asked, new BigDecimal(number), clock.instant()));
    }

    private void fail(String meter, String reason) {
        OpenSource asked = open(meter);
        database.sessions.commit(() -> keeping.failed(asked, reason));
    }

    private List<String> claim(int most) {
        return done(() -> keeping.claimDue(most)).stream()
                .map(OpenSource::meterCode)
                .toList();
    }

    private long consumed(String meter, Instant from, Instant to) {
        return HoursForTests.consumption(database, clock).ofMeter(meter, from, to).stream()
                .mapToLong(Consumed::amount)
                .sum();
    }

    private <T> T done(Supplier<T> deed) {
        return database.sessions.commit(deed);
    }

    private static NewSource modbus(String host, DataType type, String scale, SourceUnit unit) {
        return new NewSource(
                Protocol.MODBUS_TCP,
                host,
                null,
                null,
                type,
                scale == null ? null : new BigDecimal(scale),
                unit,
                REGISTER,
                null,
                null);
    }
}
