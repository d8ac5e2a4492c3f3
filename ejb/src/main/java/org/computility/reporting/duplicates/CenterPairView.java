package org.computility.reporting.duplicates;

import java.time.Instant;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.duplicates.matching.Evidence;

/**
 * Two centers that may be one.
 *
 * @param first the one that was reported first, as it is reported now
 * @param foundAt when they were compared last
 * @param stays which one stays, where they are merged; else null
 * @param decidedBy null where nothing is decided
 * @param knownOn the point of knowledge of the last merge, or of its end; null where there was none
 */
public record CenterPairView(
        int id,
        PairState state,
        Evidence evidence,
        ReportedCenterView first,
        ReportedCenterView second,
        Instant foundAt,
        Integer stays,
        String decidedBy,
        Instant decidedAt,
        String reason,
        Long knownOn) {}
