package org.computility.reporting.supervision;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.computility.energy.hours.Consumed;
import org.computility.energy.hours.HourlyConsumption;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.energy.meters.NewMeter;
import org.computility.energy.readings.NewReading;
import org.computility.energy.readings.ReadingCorrection;
import org.computility.energy.readings.ReadingEntry;
import org.computility.energy.readings.ReadingReceipt;
import org.computility.energy.readings.ShownReading;
import org.computility.energy.sources.SourceRegistry;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.shared.NotFound;

/**
 * Meters of reported centers. Operators of the center's organisation and administrators manage them, whoever reports for the
 * organisation tells readings, everybody of it but devices reads. A meter of another organisation's center does not exist for a caller.
 */
@Stateless
public class CenterMeters {

    @EJB
    ReportedCenterRegistry centers;

    @EJB
    MeterRegistry meters;

    @EJB
    SourceRegistry sources;

    @EJB
    ReadingEntry entry;

    @EJB
    ReadingCorrection correction;

    @EJB
    HourlyConsumption consumption;

    @Inject
    CurrentCaller caller;

    /**
     * Takes a meter into service.
     *
     * @throws NotFound {@code reported-center-unknown}
     * @throws org.computility.shared.BusinessFailure as {@link MeterRegistry#open}
     */
    public MeterView open(int centerId, NewMeter wanted) {
        caller.require(Role.OPERATORS);
        centers.meant(centerId, null);
        return meters.open(centerId, wanted);
    }

    /** All of a center, also those out of service, by code. */
    public List<MeterView> list(int centerId) {
        caller.require(Role.READERS);
        centers.meant(centerId, null);
        return meters.of(centerId);
    }

    /**
     * Takes a meter out of service; the secrets of its device are wiped.
     *
     * @throws NotFound {@code reported-center-unknown}, {@code meter-unknown}
     */
    public MeterView retire(int centerId, String code) {
        caller.require(Role.OPERATORS);
        centers.meant(centerId, null);
        return meters.find(code)
                .filter(meter -> meter.centerId() == centerId)
                .map(meter -> sources.retire(code))
                .orElseThrow(() -> MeterRegistry.unknown(code));
    }

    /**
     * Takes readings in, all or none.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReadingEntry#take}
     */
    public ReadingReceipt take(String code, List<NewReading> shown) {
        caller.require(Role.REPORTERS);
        requireSeen(code);
        return entry.take(code, shown);
    }

    /**
     * What a meter showed, also what was taken back.
     *
     * @throws org.computility.shared.BusinessFailure as {@link ReadingCorrection#shown}
     */
    public List<ShownReading> shown(String code, Instant from, Instant to) {
        caller.require(Role.READERS);
        requireSeen(code);
        return correction.shown(code, from, to);
    }

    /**
     * Takes readings back; for administrators: what was counted and reported may rest on them.
     *
     * @return how many there were
     * @throws org.computility.shared.BusinessFailure as {@link ReadingCorrection#takeBack}
     */
    public int takeBack(String code, Instant from, Instant to, String reason) {
        String administrator = caller.require(Role.ADMINISTRATOR).username();
        requireSeen(code);
        return correction.takeBack(code, from, to, reason, administrator);
    }

    /**
     * What a meter counted, hour by hour.
     *
     * @throws org.computility.shared.BusinessFailure as {@link HourlyConsumption#ofMeter}
     */
    public List<Consumed> hours(String code, Instant from, Instant to) {
        caller.require(Role.READERS);
        requireSeen(code);
        return consumption.ofMeter(code, from, to);
    }

    private void requireSeen(String code) {
        if (meters.find(code).filter(meter -> centers.isSeen(meter.centerId())).isEmpty()) {
            throw MeterRegistry.unknown(code);
        }
    }
}
