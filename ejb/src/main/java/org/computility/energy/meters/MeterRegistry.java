package org.computility.energy.meters;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;

/** Which meters there are. Callers have checked who may see and change those of a center. */
@Stateless
public class MeterRegistry {

    /** Of one center, those out of service among them. */
    static final int MOST = 200;

    private static final Member CODE = new Member("code");

    @Inject
    Meters meters;

    @Inject
    Clock clock;

    /**
     * Takes a meter of that center into service. The same call once more answers the same.
     *
     * @throws Conflict {@code meter-exists} where the code is that of another meter, {@code meters-too-many} where the center has 200
     * @throws Rejected {@code member-invalid} for a modulus that is none
     */
    public MeterView open(int centerId, NewMeter wanted) {
        Meter meter = Meter.open(centerId, wanted, clock.instant());
        Optional<Meter> there = meters.find(wanted.code());
        if (there.isPresent()) {
            return there.filter(before -> before.isAs(meter))
                    .orElseThrow(MeterRegistry::exists)
                    .view();
        }
        if (meters.countOf(centerId) >= MOST) {
            throw new Conflict("meters-too-many", "The center has " + MOST + " meters already.");
        }
        UniqueKey.keep(() -> meters.session().insert(meter), MeterRegistry::exists);
        return meter.view();
    }

    /** Those of the center, also those out of service, by code. */
    public List<MeterView> of(int centerId) {
        return meters.ofCenter(centerId).stream().map(Meter::view).toList();
    }

    public Optional<MeterView> find(String code) {
        return meters.find(code).map(Meter::view);
    }

    /**
     * Nobody else changes the meter, or where it is read, until the transaction ends. Whoever also locks its source comes here first.
     *
     * @throws NotFound {@code meter-unknown}
     */
    public MeterView hold(String code) {
        return meters.lock(code).orElseThrow(() -> unknown(code)).view();
    }

    /**
     * Takes it out of service: it shows nothing more, and what it counted stays. Out of service it remains as it is. Rooms above call the
     * registry of sources, which also wipes secrets.
     */
    public MeterView retire(String code) {
        Meter meter = meters.lock(code).orElseThrow(() -> unknown(code));
        meter.retire(clock.instant());
        meters.session().update(meter);
        return meter.view();
    }

    /**
     * Its device counts by another width from now on. A modulus that somebody said stays.
     *
     * @param before in the meter's unit, by which its device counted until now; null: by none
     * @param width null: the device does not tell
     */
    public MeterView takeWidth(String code, BigDecimal before, BigDecimal width) {
        Meter meter = meters.lock(code).orElseThrow(() -> unknown(code));
        meter.takeWidth(before, width);
        meters.session().update(meter);
        return meter.view();
    }

    /** For whoever may not see a meter, there is none. */
    public static NotFound unknown(String code) {
        return new NotFound("meter-unknown", CODE, "{member} " + code + " names no meter.");
    }

    private static Conflict exists() {
        return new Conflict("meter-exists", CODE, "Another meter has this {member}.");
    }
}
