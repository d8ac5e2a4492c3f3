package org.computility.planning.periodic;

import java.time.Instant;

/** A time in which a plan is open: from an instant, inclusive, to another, exclusive. */
public record Opening(Instant opensAt, Instant closesAt) {}
