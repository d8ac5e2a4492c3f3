package org.computility.federation.books;

import java.time.Instant;

/**
 * What came of the last comparison.
 *
 * @param reports that ought to stand above
 * @param waiting of these, not told yet or refused: the push has them
 * @param equal whether all others stand there as here, and nothing else does
 */
public record ComparisonSummary(Instant comparedAt, int months, int reports, int waiting, boolean equal) {}
