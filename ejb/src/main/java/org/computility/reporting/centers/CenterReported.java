package org.computility.reporting.centers;

/** A center is reported, or what is reported of it has changed; within the transaction. */
public record CenterReported(int id) {}
