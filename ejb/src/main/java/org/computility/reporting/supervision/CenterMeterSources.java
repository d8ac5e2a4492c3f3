package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.sources.DeviceAsking;
import org.computility.energy.sources.NewSource;
import org.computility.energy.sources.ProbeView;
import org.computility.energy.sources.SourceRegistry;
import org.computility.energy.sources.SourceView;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.shared.NotFound;

/**
 * Where the platform reads meters of reported centers itself. Administrators say so, since devices stand in networks that are not for
 * everybody; everybody of the center's organisation but devices sees it, without the secrets. A meter of another organisation's center does not exist for a caller.
 */
@Stateless
public class CenterMeterSources {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    MeterRegistry meters;

    @EJB
    SourceRegistry sources;

    @EJB
    DeviceAsking devices;

    @Inject
    CurrentCaller caller;

    /**
     * Where the meter is read, and what came of it.
     *
     * @throws NotFound {@code meter-unknown}
     */
    public SourceView get(String code) {
        caller.require(Role.READERS);
        requireSeen(code);
        return sources.view(code);
    }

    /**
     * Says where it is read from now on.
     *
     * @throws org.computility.shared.BusinessFailure as {@link SourceRegistry#set}
     */
    public SourceView set(String code, NewSource wanted) {
        Caller operator = caller.require(Role.ADMINISTRATOR);
        requireSeen(code);
        return sources.set(code, wanted, operator.username());
    }

    /**
     * Readings are pushed from now on.
     *
     * @throws NotFound {@code meter-unknown}
     */
    public SourceView remove(String code) {
        caller.require(Role.ADMINISTRATOR);
        requireSeen(code);
        return sources.remove(code);
    }

    /**
     * Reads it once; nothing is kept of it. No transaction is open while the device is asked.
     *
     * @throws org.computility.shared.BusinessFailure as {@link DeviceAsking#probe}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ProbeView probe(String code) {
        caller.require(Role.ADMINISTRATOR);
        requireSeen(code);
        return devices.probe(code);
    }

    private void requireSeen(String code) {
        if (meters.find(code).filter(meter -> centers.isSeen(meter.centerId())).isEmpty()) {
            throw MeterRegistry.unknown(code);
        }
    }
}
