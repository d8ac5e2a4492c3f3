package org.computility.federation.push;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What became of a state at the platform above.
 *
 * @param knownOn the state's point of knowledge here
 * @param reasons what its rules, or its refusal, said
 * @param upperKnownOn the point of knowledge there; null where it was refused
 * @param tries how often it was told
 * @param toldAt when it was told last
 */
public record PushedReportView(
        long knownOn,
        int centerId,
        YearMonth month,
        PushOutcome outcome,
        List<String> reasons,
        Long upperKnownOn,
        int tries,
        Instant toldAt) {}
