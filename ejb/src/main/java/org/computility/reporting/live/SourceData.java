package org.computility.reporting.live;

import java.time.Instant;
import org.computility.reporting.sources.Source;

/**
 * What a source of a reported center last told.
 *
 * @param name null where the source has none, or is not registered
 * @param answered whether it answers now: only then its figures count in those of the center
 * @param asOf when it told these figures; null where it never told any
 * @param reason why it does not answer now; null where it does
 */
public record SourceData(
        Source source, String name, boolean answered, Instant asOf, String reason, Load load, Scale scale) {}
