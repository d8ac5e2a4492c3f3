package org.computility.federation.live;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.computility.federation.lower.KnownLower;
import org.computility.federation.lower.LowerPlatformRegistry;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.live.CentersElsewhere;
import org.computility.reporting.live.HourTold;
import org.computility.reporting.live.OperationsElsewhere;

/** What platforms below tell of the centers that they report. */
@ApplicationScoped
public class LowerPlatformsLive implements CentersElsewhere {

    private static final String OPERATIONS = "/api/queryOperationalData";
    private static final String SUPERVISION = "/api/querySupervisionSystemData";

    @EJB
    LowerPlatformRegistry platforms;

    @Inject
    LowerLines lines;

    @Inject
    Clock clock;

    @Override
    public Optional<OperationsElsewhere> operations(ReportedCenterView center) {
        return platforms
                .of(center.organisationId())
                .map(lower -> ToldOperations.of(lower, lines.ask(lower, OPERATIONS, center)));
    }

    @Override
    public Optional<HourTold> hour(ReportedCenterView center) {
        return platforms.of(center.organisationId()).map(lower -> hour(lower, center));
    }

    private HourTold hour(KnownLower lower, ReportedCenterView center) {
        LowerAnswer answer = lines.ask(lower, SUPERVISION, center);
        String silence = answer.answered() ? null : lower.name() + ": " + answer.silence();
        return ToldHour.of(answer.data(), silence, clock.instant());
    }
}
