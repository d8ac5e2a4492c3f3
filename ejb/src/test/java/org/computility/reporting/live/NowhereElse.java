package org.computility.reporting.live;

import java.util.Optional;
import org.computility.reporting.centers.ReportedCenterView;

/** No other platform reports a center here. */
public class NowhereElse implements CentersElsewhere {

    @Override
    public Optional<OperationsElsewhere> operations(ReportedCenterView center) {
        return Optional.empty();
    }

    @Override
    public Optional<HourTold> hour(ReportedCenterView center) {
        return Optional.empty();
    }
}
