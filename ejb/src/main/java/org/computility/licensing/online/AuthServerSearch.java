package org.computility.licensing.online;

import java.time.Instant;

/**
 * Which authorization servers (T/BAX 0006.5 table D.3); null does not narrow.
 *
 * @param createdBefore exclusive
 */
public record AuthServerSearch(String provider, Instant createdFrom, Instant createdBefore) {}
