/**
 * Which instance runs on which service or node: room, even spread, starts and stops in bulk, and what nodes report back.
 *
 * <p>Not here: whether an instance shall run at all (its plan), whether a service is well (serving).
 */
package org.computility.planning.dispatch;
