package org.computility.reporting.rest;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.computility.reporting.live.Load;
import org.computility.reporting.live.OperationalData;
import org.computility.reporting.live.Scale;
import org.computility.reporting.live.SourceData;
import org.computility.reporting.sources.SourceKind;
import org.computility.shared.StandardTime;

/**
 * Table B.1-3, whose rows are groups: 算力负载 is {@code load}, 算力规模 is {@code scale}.
 *
 * @param asOf when the first of the counted sources told
 * @param age of the oldest figures, in seconds
 */
public record OperationalDataView(
        int centerId,
        String centerName,
        Load load,
        Scale scale,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant asOf,
        Long age,
        boolean partial,
        List<SourceView> sources) {

    /** What one source last told. */
    public record SourceView(
            SourceKind kind,
            String id,
            String name,
            boolean answered,
            String reason,
            @JsonbTypeAdapter(StandardTime.Seconds.class) Instant asOf,
            Long age,
            Load load,
            Scale scale) {}

    static OperationalDataView of(OperationalData data) {
        return new OperationalDataView(
                data.centerId(),
                data.centerName(),
                data.load(),
                data.scale(),
                data.asOf(),
                age(data.asOf(), data.at()),
                data.partial(),
                data.sources().stream().map(source -> of(source, data.at())).toList());
    }

    private static SourceView of(SourceData told, Instant now) {
        return new SourceView(
                told.source().kind(),
                told.source().id(),
                told.name(),
                told.answered(),
                told.reason(),
                told.asOf(),
                age(told.asOf(), now),
                told.load(),
                told.scale());
    }

    private static Long age(Instant asOf, Instant now) {
        return asOf == null ? null : Math.max(0, Duration.between(asOf, now).toSeconds());
    }
}
