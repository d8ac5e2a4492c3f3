package org.computility.planning.dispatch.placement;

import java.util.UUID;

/** An instance and the place where it is to run; the database already says STARTING. */
public record Assignment(Wish wish, UUID serviceId, String computeCode) {}
