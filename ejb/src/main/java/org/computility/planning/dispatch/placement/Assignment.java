package org.computility.planning.dispatch;

import java.util.UUID;

/** An instance and where it is to run; the database already says STARTING. */
record Assignment(Wish wish, UUID serviceId, String computeCode) {}
