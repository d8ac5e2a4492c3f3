package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.computility.energy.hours.PastHour;
import org.computility.energy.meters.MeterRegistry;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.live.CentersElsewhere;
import org.computility.reporting.live.HourTold;

/** Power and environment of a center now (TC609 B.2), for whoever sees the center. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SupervisionData {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    MeterRegistry meters;

    @EJB
    PastHour pastHour;

    @Inject
    CentersElsewhere elsewhere;

    @Inject
    CurrentCaller caller;

    /**
     * What the center consumed in the past hour, as far as its meters tell; of a center without meters here, what the platform that
     * reports it tells.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReportedCenterRegistry#meant}
     */
    public HourTold query(Integer centerId, String centerName) {
        caller.require(Role.READERS);
        ReportedCenterView center = centers.meant(centerId, centerName);
        if (meters.of(center.id()).isEmpty()) {
            Optional<HourTold> told = elsewhere.hour(center);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return new HourTold(pastHour.figures(center.id()), null);
    }
}
