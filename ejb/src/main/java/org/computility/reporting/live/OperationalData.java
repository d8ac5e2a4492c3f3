package org.computility.reporting.live;

import java.time.Instant;
import java.util.List;

/**
 * What a reported center does now: the sums over those of its sources that answer.
 *
 * @param at when it was asked
 * @param asOf when the first of the counted sources told; null where none counts
 * @param partial whether a source does not answer, so that the sums are not of the whole center
 * @param sources all of them
 */
public record OperationalData(
        int centerId,
        String centerName,
        Instant at,
        Instant asOf,
        boolean partial,
        Load load,
        Scale scale,
        List<SourceData> sources) {}
