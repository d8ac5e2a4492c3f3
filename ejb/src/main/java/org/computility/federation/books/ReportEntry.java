package org.computility.federation.books;

/**
 * A report as it stands.
 *
 * @param centerId what the platform above calls the center
 * @param month {@code 2026-10}
 * @param hash SHA-256 of the figures in their one form
 * @param knownOn the point of knowledge of whoever has it
 */
public record ReportEntry(int centerId, String month, String hash, long knownOn) {}
