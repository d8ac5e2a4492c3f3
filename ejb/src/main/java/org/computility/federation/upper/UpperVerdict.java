package org.computility.federation.upper;

import java.util.List;

/**
 * What the platform above made of a month report.
 *
 * @param status {@code SUBMITTED}, {@code ACCEPTED} or {@code RETURNED}; null from a platform that says nothing of it
 * @param knownOn its point of knowledge; null where it tells none
 */
public record UpperVerdict(String status, List<String> reasons, Long knownOn) {}
