package org.computility.reporting.live;

import java.util.Optional;
import org.computility.reporting.centers.ReportedCenterView;

/** What other platforms tell of the centers that they report here. The room that knows them has the one bean of this kind. */
public interface CentersElsewhere {

    /** What the platform that reports the center tells of its load and scale (B.1); empty where no other platform does. */
    Optional<OperationsElsewhere> operations(ReportedCenterView center);

    /** The same of its power and environment (B.2). */
    Optional<HourTold> hour(ReportedCenterView center);
}
