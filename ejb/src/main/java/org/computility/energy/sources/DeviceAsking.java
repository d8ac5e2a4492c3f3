package org.computility.energy.sources;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.energy.MachineEnergy;
import org.computility.compute.energy.NodeEnergy;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.PointReading;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.nodes.NodeShown;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundGuard;

/** The one way to devices, and nodes, that show meters. No transaction is open while a device is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceAsking {

    private static final Logger LOG = Logger.getLogger(DeviceAsking.class.getName());
    private static final int LONGEST_SHOWN = 200;
    private static final Member HOST = new Member("host");

    @Resource(lookup = "java:app/eis/meters")
    MeterConnectionFactory factory;

    @EJB
    NodeEnergy nodes;

    @EJB
    SourceKeeping keeping;

    @EJB
    MeterRegistry meters;

    @Inject
    OutboundGuard guard;

    @Inject
    Clock clock;

    /** Reads meters of one device, or of one node, and keeps for each what it showed, or why it showed nothing. */
    public void read(List<OpenSource> ofOneDevice) {
        if (ofOneDevice.get(0).node() != null) {
            readNode(ofOneDevice);
            return;
        }
        List<PointReading> shown = ask(ofOneDevice);
        Instant at = clock.instant();
        for (int i = 0; i < shown.size(); i++) {
            OpenSource source = ofOneDevice.get(i);
            PointReading reading = shown.get(i);
            keep(source, reading, () -> keeping.read(source, reading.value(), at));
        }
    }

    private void readNode(List<OpenSource> ofOneNode) {
        List<NodeShown> shown = askNode(ofOneNode);
        Instant now = clock.instant();
        for (int i = 0; i < shown.size(); i++) {
            OpenSource source = ofOneNode.get(i);
            NodeShown reading = shown.get(i);
            keep(source, pointOf(reading), () -> keeping.read(source, reading, now));
        }
    }

    /**
     * Reads a meter once because a person wants to know; nothing is kept of it. Callers have checked who may.
     *
     * @throws NotFound {@code meter-unknown}
     * @throws Conflict {@code meter-pushed} where the platform does not read the meter, {@code meter-retired}
     */
    public ProbeView probe(String meterCode) {
        SourceRegistry.requireInService(meters.find(meterCode).orElseThrow(() -> MeterRegistry.unknown(meterCode)));
        OpenSource source = keeping.open(meterCode)
                .orElseThrow(() ->
                        new Conflict("meter-pushed", "The platform does not read this meter: say its source first."));
        PointReading shown = source.node() == null
                ? ask(List.of(source)).get(0)
                : pointOf(askNode(List.of(source)).get(0));
        return new ProbeView(
                clock.instant(),
                shown.value() == null ? null : source.scaled(shown.value()).stripTrailingZeros(),
                source.unit().meterUnit(),
                shown.raw(),
                shown.failure());
    }

    /** One reading each: a node that does not answer fails all. */
    private List<NodeShown> askNode(List<OpenSource> sources) {
        try {
            List<MachineEnergy> told = nodes.of(sources.get(0).node().code());
            return sources.stream()
                    .map(source -> NodeShown.of(told, source.node().covers()))
                    .toList();
        } catch (BusinessFailure e) {
            return Collections.nCopies(sources.size(), NodeShown.failed(e.getMessage()));
        }
    }

    private static PointReading pointOf(NodeShown shown) {
        return shown.failure() == null
                ? PointReading.of(shown.wattHours(), shown.raw())
                : PointReading.failed(null, shown.failure());
    }

    /** One reading each: a device that does not answer fails all. */
    private List<PointReading> ask(List<OpenSource> sources) {
        MeterDevice device = sources.get(0).device();
        try {
            guard.check(HOST, "http://" + device.host() + "/");
            try (MeterConnection connection = factory.getConnection(device)) {
                return connection.read(sources.stream().map(OpenSource::point).toList());
            }
        } catch (RuntimeFailure | Rejected e) {
            return all(sources, e.getMessage());
        } catch (ResourceException e) {
            return all(sources, "No connection to the device: " + e.getMessage());
        }
    }

    private static List<PointReading> all(List<OpenSource> sources, String failure) {
        return Collections.nCopies(sources.size(), PointReading.failed(null, failure));
    }

    private void keep(OpenSource source, PointReading shown, Runnable keep) {
        if (shown.value() == null) {
            keeping.failed(source, shown.failure());
            return;
        }
        try {
            keep.run();
        } catch (Rejected e) {
            keeping.refused(source, sent(shown) + e.getMessage());
        } catch (BusinessFailure e) {
            keeping.failed(source, sent(shown) + e.getMessage());
        } catch (RuntimeException e) {
            // Of this meter; the device's others are kept.
            LOG.log(Level.WARNING, "What " + source.meterCode() + " showed could not be kept; it is asked again.", e);
            keeping.failed(source, sent(shown) + "this could not be kept.");
        }
    }

    private static String sent(PointReading shown) {
        String raw = shown.raw();
        return "The device sent " + (raw.length() > LONGEST_SHOWN ? raw.substring(0, LONGEST_SHOWN) : raw) + ": ";
    }
}
