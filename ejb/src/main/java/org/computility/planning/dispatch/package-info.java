/**
 * How instances get to services and nodes: starts and stops in bulk, and what nodes report back.
 *
 * <p>Not here: whether an instance shall run at all (its plan), the choice of a place (placement), whether a service is
 * well (serving).
 */
package org.computility.planning.dispatch;
