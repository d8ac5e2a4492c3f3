package org.computility.federation.push;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
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

    /** The platform above lost what it took: these states are told again. */
    public void lost(int upperId, Collection<Long> points) {
        pushes.lost(upperId, points.toArray(Long[]::new));
    }

    /** A center is called so there, and its facts with this hash were told. */
    public void keepCenter(int upperId, int centerId, int upperCenterId, String hash) {
        keep(upperId, centerId, center -> center.told(upperCenterId, hash));
    }

    /** Before a center is created there: should the answer be lost, it is looked for under this name. */
    public void tryCenter(int upperId, int centerId, String name) {
        keep(upperId, centerId, center -> center.tried(name));
    }

    private void keep(int upperId, int centerId, Consumer<PushedCenter> change) {
        PushedCenter center = pushes.center(upperId, centerId).orElseGet(() -> PushedCenter.of(upperId, centerId));
        change.accept(center);
        if (center.isNew()) {
            pushes.session().insert(center);
        } else {
            pushes.session().update(center);
        }
    }
}
