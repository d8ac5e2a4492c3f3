/**
 * Which service or node gets which instance: the choice alone, without a database and without a node.
 *
 * <p>Not here: where the wishes come from and what becomes of the choice (dispatch), which services run (serving).
 */
package org.computility.planning.dispatch.placement;
