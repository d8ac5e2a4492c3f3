package org.computility.planning.dispatch;

import java.util.UUID;

/** An instance that a node has, or may have. */
record ActiveTask(UUID id, String computeCode) {}
