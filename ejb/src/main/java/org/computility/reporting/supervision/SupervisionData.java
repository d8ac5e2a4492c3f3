package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.computility.energy.hours.HourFigures;
import org.computility.energy.hours.PastHour;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;

/** Power and environment of a center now (TC609 B.2), for whoever sees the center. */
@Stateless
public class SupervisionData {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    PastHour pastHour;

    @Inject
    CurrentCaller caller;

    /**
     * What the center consumed in the past hour, as far as its meters tell.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReportedCenterRegistry#meant}
     */
    public HourFigures query(Integer centerId, String centerName) {
        caller.require(Role.READERS);
        return pastHour.figures(centers.meant(centerId, centerName).id());
    }
}
