package org.computility.trading.controlled;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.shared.StandardTime;

/**
 * A policy (T/AI 123.12 table A.52).
 *
 * @param status 0: begins later; 1: in force; 2: over
 */
public record PolicyView(
        String policyId,
        String policyName,
        String dataId,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant startDate,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant endDate,
        int status,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant createTime) {}
