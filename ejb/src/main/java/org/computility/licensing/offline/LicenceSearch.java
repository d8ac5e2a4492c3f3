package org.computility.licensing.offline;

import java.time.Instant;

/**
 * Which licence files (T/BAX 0006.5 table E.4); null does not narrow.
 *
 * @param createdBefore exclusive
 */
public record LicenceSearch(String provider, Instant createdFrom, Instant createdBefore) {}
