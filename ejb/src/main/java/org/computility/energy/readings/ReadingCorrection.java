package org.computility.energy.readings;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.computility.energy.meters.MeterRegistry;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** Takes back readings that were wrong, and shows what a meter showed. Callers have checked who may. */
@Stateless
public class ReadingCorrection {

    /** Of one answer. */
    static final int MOST = 5000;

    private static final Member FROM = new Member("from");

    @Inject
    Readings readings;

    @EJB
    MeterRegistry meters;

    @Inject
    Clock clock;

    /**
     * Takes back the meter's readings from that instant to that one, both among them. They count no longer, and stay to be seen with who
     * took them back, and why. Hours that rest on them are reckoned without them from now on.
     *
     * @return how many there were
     * @throws NotFound {@code meter-unknown}
     * @throws Rejected {@code period-reversed}
     */
    public int takeBack(String meterCode, Instant from, Instant to, String reason, String by) {
        require(meterCode, from, to);
        return Math.toIntExact(readings.takeBack(meterCode, from, to, by, reason, clock.instant()));
    }

    /**
     * The first 5,000 from that instant to that one, both among them, also those that were taken back; in the order of instants.
     *
     * @throws NotFound {@code meter-unknown}
     * @throws Rejected {@code period-reversed}
     */
    public List<ShownReading> shown(String meterCode, Instant from, Instant to) {
        require(meterCode, from, to);
        return readings.shown(meterCode, from, to, MOST);
    }

    private void require(String meterCode, Instant from, Instant to) {
        if (meters.find(meterCode).isEmpty()) {
            throw MeterRegistry.unknown(meterCode);
        }
        if (to.isBefore(from)) {
            throw new Rejected("period-reversed", FROM, "{member} is not behind to.");
        }
    }
}
