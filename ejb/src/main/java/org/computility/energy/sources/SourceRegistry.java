package org.computility.energy.sources;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.computility.compute.ComputeNodes;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.energy.readings.ReadingHistory;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** Where meters are read. Callers have checked who may see and change those of a meter. */
@Stateless
public class SourceRegistry {

    private static final Member HOST = new Member("host");
    private static final Member NODE = new Member("node");

    @Inject
    MeterSources sources;

    @EJB
    MeterRegistry meters;

    @EJB
    ReadingHistory history;

    @Inject
    ComputeNodes nodes;

    @Inject
    Sealing sealing;

    @Inject
    OutboundGuard guard;

    @Inject
    Clock clock;

    /**
     * Says where the meter is read from now on, in place of all before. A meter without a modulus takes that of its device's counter.
     *
     * @param by who says so
     * @throws NotFound {@code meter-unknown}; {@code compute-unknown} for a node that is not registered
     * @throws Rejected {@code member-missing}, {@code member-invalid}; {@code url-invalid}, {@code url-refused} for a host that may not be
     *     called
     * @throws Conflict {@code meter-retired}
     */
    public SourceView set(String meterCode, NewSource wanted, String by) {
        MeterView meter = meters.find(meterCode).orElseThrow(() -> MeterRegistry.unknown(meterCode));
        requireInService(meter);
        SourceRules.check(meter.kind(), wanted);
        checkPlace(wanted);
        // The meter before its source, as all do who change both: none of them waits for another in a circle.
        requireInService(meters.hold(meterCode));
        BigDecimal widthBefore =
                sources.lock(meterCode).flatMap(MeterSource::width).orElse(null);
        MeterSource source = MeterSource.of(meterCode, wanted, sealing, by, clock.instant());
        sources.remove(meterCode);
        sources.session().insert(source);
        MeterView counted =
                meters.takeWidth(meterCode, widthBefore, source.width().orElse(null));
        SourceRules.checkModulus(counted.modulus(), wanted);
        return source.view(newest(meterCode), clock.instant());
    }

    /** Readings are pushed from now on; the meter has the device's width no more. */
    public SourceView remove(String meterCode) {
        meters.hold(meterCode);
        sources.lock(meterCode)
                .flatMap(MeterSource::width)
                .ifPresent(width -> meters.takeWidth(meterCode, width, null));
        sources.remove(meterCode);
        return view(meterCode);
    }

    /**
     * Takes the meter out of service, see {@link MeterRegistry#retire}. The secrets of its device are wiped; where it was read stays to be
     * seen.
     */
    public MeterView retire(String meterCode) {
        // The meter first: a source that was said before has its secrets in by now, and the next finds the meter
        // retired.
        MeterView retired = meters.retire(meterCode);
        sources.wipeSecrets(meterCode);
        return retired;
    }

    public SourceView view(String meterCode) {
        Instant newest = newest(meterCode);
        Instant now = clock.instant();
        return sources.find(meterCode)
                .map(source -> source.view(newest, now))
                .orElseGet(() -> new SourceView(null, null, null, SourceView.Age.of(newest, now), null, null, null));
    }

    private void checkPlace(NewSource wanted) {
        if (wanted.protocol() != Protocol.NODE) {
            guard.check(HOST, "http://" + wanted.host() + "/");
        } else if (!nodes.isRegistered(wanted.node().code())) {
            throw ComputeNodes.unknown(NODE, wanted.node().code());
        }
    }

    /** @throws Conflict {@code meter-retired} */
    public static void requireInService(MeterView meter) {
        if (meter.retiredAt() != null) {
            throw new Conflict("meter-retired", "The meter is out of service since " + meter.retiredAt() + ".");
        }
    }

    private Instant newest(String meterCode) {
        return history.newest(List.of(meterCode), clock.instant()).get(meterCode);
    }
}
