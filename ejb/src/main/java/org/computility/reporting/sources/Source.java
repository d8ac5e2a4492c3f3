package org.computility.reporting.sources;

/**
 * A part of a reported center that this platform itself runs or hears of.
 *
 * @param id of the job center, or the code of the compute
 */
public record Source(SourceKind kind, String id) {}
