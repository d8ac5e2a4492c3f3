package org.computility.reporting.live;

import java.time.Instant;
import org.computility.reporting.sources.Source;

/**
 * What a source last told.
 *
 * @param name null where the source has none, or is not registered
 * @param answered whether it answers now: only then its figures count in sums
 * @param asOf when it last told; null where it never did
 * @param reason why it does not answer now; null where it does
 * @param amounts what it last told; null where it never did
 */
record SourceAnswer(Source source, String name, boolean answered, Instant asOf, String reason, Amounts amounts) {

    static SourceAnswer answered(Source source, String name, Instant asOf, Amounts amounts) {
        return new SourceAnswer(source, name, true, asOf, null, amounts);
    }

    static SourceAnswer silent(Source source, String name, Instant asOf, String reason, Amounts amounts) {
        return new SourceAnswer(source, name, false, asOf, reason, amounts);
    }

    SourceData data() {
        return new SourceData(
                source,
                name,
                answered,
                asOf,
                reason,
                amounts == null ? Load.UNKNOWN : amounts.load(),
                amounts == null ? Scale.UNKNOWN : amounts.scale());
    }
}
