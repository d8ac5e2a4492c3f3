package org.computility.reporting.live;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.computility.reporting.centers.ReportedCenterView;

/**
 * What another platform tells of a center.
 *
 * @param platform with the figures that it last told of the center, and whether it answers now
 * @param partial whether these are not of the whole center, as it says
 * @param sources what it tells of the center's sources there
 */
public record OperationsElsewhere(SourceData platform, boolean partial, List<SourceData> sources) {

    /** Figures of a platform that does not answer are none of the center now. */
    OperationalData data(ReportedCenterView center, Instant now) {
        boolean answers = platform.answered();
        return new OperationalData(
                center.id(),
                center.name(),
                now,
                answers ? platform.asOf() : null,
                partial || !answers,
                answers ? platform.load() : Load.UNKNOWN,
                answers ? platform.scale() : Scale.UNKNOWN,
                Stream.concat(Stream.of(platform), sources.stream()).toList());
    }
}
