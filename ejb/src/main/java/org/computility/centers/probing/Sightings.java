package org.computility.centers.probing;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.centers.CenterSeen;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.centers.registration.Sight;

/** Keeps what probes see, and tells the rooms above when a center came or went. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sightings {

    private static final Logger LOG = Logger.getLogger(Sightings.class.getName());

    @EJB
    RegisteredCenters registered;

    @Inject
    Event<CenterSeen> seen;

    @Inject
    Clock clock;

    /** Keeps it, unless the center is gone or has been changed meanwhile. */
    public void keep(Sight sight) {
        registered.record(sight).filter(before -> before != sight.connected()).ifPresent(before -> tell(sight));
    }

    private void tell(Sight sight) {
        LOG.log(
                sight.connected() ? Level.INFO : Level.WARNING,
                sight.connected()
                        ? "Center " + sight.centerId() + " is connected."
                        : "Center " + sight.centerId() + " is not connected: " + sight.reason());
        seen.fire(new CenterSeen(sight.centerId(), sight.connected()));
    }
}
