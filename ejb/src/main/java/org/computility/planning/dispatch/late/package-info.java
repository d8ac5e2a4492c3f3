/**
 * Exchanges with nodes that take longer than others wait for them.
 *
 * <p>Not here: the exchanges themselves (dispatch), who waits for them (the job).
 */
package org.computility.planning.dispatch.late;
