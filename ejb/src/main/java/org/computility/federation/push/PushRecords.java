package org.computility.federation.push;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.computility.reporting.reports.ReportStateView;

/** Keeps what a platform above was told, each in a transaction of its own. */
@Stateless
public class PushRecords {

    @Inject
    Pushes pushes;

    @Inject
    Clock clock;

    /** A state was told as a month of that center; the last outcome counts. */
    public void keepReport(
            int upperId,
            ReportStateView state,
            int toldAs,
            PushOutcome outcome,
            List<String> reasons,
            Long upperKnownOn) {
        PushedReport pushed = pushes.report(upperId, state.knownOn()).orElseGet(() -> PushedReport.of(upperId, state));
        pushed.told(toldAs, outcome, reasons, upperKnownOn, clock.instant());
        if (pushed.isNew()) {
            pushes.session().insert(pushed);
        } else {
            pushes.session().update(pushed);
        }
    }

    /** A center is called so there, and its facts with this hash were told. */
    public void keepCenter(int upperId, int centerId, int upperCenterId, String hash) {
        PushedCenter center =
                pushes.center(upperId, centerId).orElseGet(() -> PushedCenter.of(upperId, centerId, upperCenterId));
        center.told(hash);
        if (center.isNew()) {
            pushes.session().insert(center);
        } else {
            pushes.session().update(center);
        }
    }
}
