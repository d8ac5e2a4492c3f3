package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.energy.carbon.CarbonAccounting;
import org.computility.energy.carbon.CarbonFactorView;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.shared.NotFound;

/** Whose a reported center's electricity was, for whoever sees the center; administrators say how much carbon it makes. */
@Stateless
public class CenterEnergy {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    EnergySharing sharing;

    @EJB
    CarbonAccounting carbon;

    @Inject
    CurrentCaller caller;

    /**
     * Hour by hour.
     *
     * @throws NotFound {@code reported-center-unknown}
     * @throws org.computility.shared.BusinessFailure as {@link EnergySharing#hours}
     */
    public List<SharedHour> hours(int centerId, Instant from, Instant to) {
        caller.require(Role.READERS);
        centers.meant(centerId, null);
        return sharing.hours(centerId, from, to);
    }

    /** The factors that were said of a center, the first first. */
    public List<CarbonFactorView> factors(int centerId) {
        caller.require(Role.READERS);
        centers.meant(centerId, null);
        return carbon.of(centerId);
    }

    /**
     * From that instant until the next that is said, this factor holds.
     *
     * @param kgPerKwh null: there is none
     */
    public List<CarbonFactorView> say(int centerId, Instant validFrom, BigDecimal kgPerKwh) {
        caller.require(Role.ADMINISTRATOR);
        centers.meant(centerId, null);
        return carbon.say(centerId, validFrom, kgPerKwh);
    }
}
