/**
 * Why a task instance waits: what binds at each node, the smallest change that would admit it, and when it may start.
 *
 * <p>Not here: choosing (placement), starting (dispatch), tables of a standard.
 */
package org.computility.planning.dispatch.waiting;
