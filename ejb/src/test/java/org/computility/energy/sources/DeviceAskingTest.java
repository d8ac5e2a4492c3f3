package org.computility.energy.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.naming.Reference;
import org.computility.compute.energy.EnergyCount;
import org.computility.compute.energy.MachineEnergy;
import org.computility.compute.energy.NodeEnergy;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.PointReading;
import org.computility.energy.MeterKind;
import org.computility.energy.meters.MetersForTests;
import org.computility.energy.meters.NewMeter;
import org.computility.energy.nodes.Covers;
import org.computility.energy.nodes.NodeShown;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.outbound.GuardForTests;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceAskingTest {

    private static final Instant SINCE = Instant.parse("2026-11-01T00:00:00Z");

    private final Kept keeping = new Kept();
    private final Device device = new Device();
    private final Nodes nodes = new Nodes();
    private final DeviceAsking asking = new DeviceAsking();

    @BeforeEach
    void assemble() {
        asking.factory = device;
        asking.keeping = keeping;
        asking.nodes = nodes;
        asking.guard = GuardForTests.allowingThisMachine();
        asking.clock = new HandClock();
    }

    @Test
    void aPowerThatIsRefusedIsNoSilence() {
        device.shows.add(PointReading.of(new BigDecimal("-1"), "bf80 0000"));
        device.shows.add(PointReading.failed("7fc0 0000", "is no number"));
        keeping.refusal = new Rejected("member-invalid", new Member("value"), "{member} -1 is negative.");

        asking.read(List.of(device("m"), device("n")));

        assertThat(keeping.refused).containsOnlyKeys("m");
        assertThat(keeping.refused.get("m")).contains("bf80 0000").contains("negative");
        assertThat(keeping.failed).containsOnlyKeys("n");
    }

    @Test
    void aNodeIsAskedOnceForAllItsMeters() {
        nodes.told = List.of(new MachineEnergy(
                "box", true, true, List.of(new EnergyCount("CPU", new BigDecimal("12.5"), SINCE, null))));

        asking.read(List.of(node("processors", Covers.CPU), node("both", Covers.ALL)));

        assertThat(nodes.asked).containsExactly("11010800005020000001");
        assertThat(keeping.shown).containsOnlyKeys("processors");
        assertThat(keeping.shown.get("processors").wattHours()).isEqualByComparingTo("12.5");
        assertThat(keeping.failed.get("both")).contains("no energy of XPU");
    }

    @Test
    void aNodeThatDoesNotAnswerFailsAllItsMeters() {
        nodes.failure = new Unavailable("node-unreachable", "Compute 1 does not answer.");

        asking.read(List.of(node("processors", Covers.CPU), node("both", Covers.ALL)));

        assertThat(keeping.failed).containsOnlyKeys("processors", "both").containsValue("Compute 1 does not answer.");
        assertThat(keeping.shown).isEmpty();
    }

    @Test
    void aProbeOfANodeShowsItsCounters() {
        MarketForTests database = new MarketForTests();
        asking.meters = MetersForTests.over(database, asking.clock);
        database.sessions.commit(() -> asking.meters.open(7, new NewMeter("m", MeterKind.IT_ELECTRICITY, null, null)));
        keeping.open = node("m", Covers.CPU);
        nodes.told = List.of(new MachineEnergy(
                "box", true, true, List.of(new EnergyCount("CPU", new BigDecimal("12.5"), SINCE, null))));

        ProbeView probe = asking.probe("m");
        assertThat(probe.value()).isEqualByComparingTo("0.0125");
        assertThat(probe.unit()).isEqualTo("kWh");
        assertThat(probe.raw()).isEqualTo("box CPU 12.5 Wh since 2026-11-01T00:00:00Z");

        nodes.told = List.of();
        assertThat(asking.probe("m").failure()).contains("no machine");
        database.sessions.commit(() -> asking.meters.retire("m"));
        assertThatThrownBy(() -> asking.probe("m")).isInstanceOf(Conflict.class);
    }

    private static OpenSource device(String meter) {
        return new OpenSource(
                meter,
                SINCE,
                new MeterDevice("127.0.0.1", 502, null, Duration.ofSeconds(1)),
                new MeterPoint.ModbusRegister(1, false, 0, MeterPoint.RegisterType.FLOAT32, false),
                null,
                BigDecimal.ONE,
                SourceUnit.W);
    }

    private static OpenSource node(String meter, Covers covers) {
        return new OpenSource(
                meter,
                SINCE,
                null,
                null,
                new NewSource.Node("11010800005020000001", covers),
                BigDecimal.ONE,
                SourceUnit.WH);
    }

    /** Remembers what would be kept, by meter. */
    private static final class Kept extends SourceKeeping {

        private final Map<String, NodeShown> shown = new TreeMap<>();
        private final Map<String, String> failed = new TreeMap<>();
        private final Map<String, String> refused = new TreeMap<>();
        private Rejected refusal;
        private OpenSource open;

        @Override
        public Optional<OpenSource> open(String meterCode) {
            return Optional.of(open);
        }

        @Override
        public void read(OpenSource asked, BigDecimal number, Instant at) {
            throw refusal;
        }

        @Override
        public void read(OpenSource asked, NodeShown counters, Instant now) {
            shown.put(asked.meterCode(), counters);
        }

        @Override
        public void failed(OpenSource asked, String reason) {
            failed.put(asked.meterCode(), reason);
        }

        @Override
        public void refused(OpenSource asked, String reason) {
            refused.put(asked.meterCode(), reason);
        }
    }

    /** Shows what was queued. */
    private static final class Device implements MeterConnectionFactory, MeterConnection {

        private static final long serialVersionUID = 1L;

        private final transient Deque<PointReading> shows = new ArrayDeque<>();

        @Override
        public MeterConnection getConnection(MeterDevice device) {
            return this;
        }

        @Override
        public List<PointReading> read(List<MeterPoint> points) {
            return points.stream().map(point -> shows.remove()).toList();
        }

        @Override
        public void close() {}

        @Override
        public void setReference(Reference reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reference getReference() {
            throw new UnsupportedOperationException();
        }
    }

    /** Tells what it was given. */
    private static final class Nodes extends NodeEnergy {

        private final List<String> asked = new ArrayList<>();
        private List<MachineEnergy> told = List.of();
        private Unavailable failure;

        @Override
        public List<MachineEnergy> of(String computeCode) {
            asked.add(computeCode);
            if (failure != null) {
                throw failure;
            }
            return told;
        }
    }
}
