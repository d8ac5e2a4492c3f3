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
import org.computility.connector.RuntimeFailure;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterConnectionFactory;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.PointReading;
import org.computility.energy.meters.MeterRegistry;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.outbound.OutboundGuard;

/** The one way to devices that show meters. No transaction is open while a device is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceAsking {

    private static final Logger LOG = Logger.getLogger(DeviceAsking.class.getName());
    private static final Member HOST = new Member("host");

    @Resource(lookup = "java:app/eis/meters")
    MeterConnectionFactory factory;

    @EJB
    SourceKeeping keeping;

    @EJB
    MeterRegistry meters;

    @Inject
    OutboundGuard guard;

    @Inject
    Clock clock;

    /** Reads meters of one device, and keeps for each what it showed, or why it showed nothing. */
    public void read(List<OpenSource> ofOneDevice) {
        List<PointReading> shown = ask(ofOneDevice);
        Instant at = clock.instant();
        for (int i = 0; i < shown.size(); i++) {
            keep(ofOneDevice.get(i), shown.get(i), at);
        }
    }

    /**
     * Reads a meter once because a person wants to know; nothing is kept of it. Callers have checked who may.
     *
     * @throws NotFound {@code meter-unknown}
     * @throws Conflict {@code meter-pushed} where the platform does not read the meter
     */
    public ProbeView probe(String meterCode) {
        if (meters.find(meterCode).isEmpty()) {
            throw MeterRegistry.unknown(meterCode);
        }
        OpenSource source = keeping.open(meterCode)
                .orElseThrow(() ->
                        new Conflict("meter-pushed", "The platform does not read this meter: say its source first."));
        PointReading shown = ask(List.of(source)).get(0);
        return new ProbeView(
                clock.instant(),
                shown.value() == null ? null : source.scaled(shown.value()).stripTrailingZeros(),
                source.unit().meterUnit(),
                shown.raw(),
                shown.failure());
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

    private void keep(OpenSource source, PointReading shown, Instant at) {
        if (shown.value() == null) {
            keeping.failed(source, shown.failure());
            return;
        }
        try {
            keeping.read(source, shown.value(), at);
        } catch (BusinessFailure e) {
            keeping.failed(source, "The device sent " + shown.raw() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // Of this meter; the device's others are kept.
            LOG.log(Level.WARNING, "What " + source.meterCode() + " showed could not be kept; it is asked again.", e);
            keeping.failed(source, "The device sent " + shown.raw() + ", which could not be kept.");
        }
    }
}
