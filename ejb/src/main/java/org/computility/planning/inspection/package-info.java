/**
 * Rounds and groups of inspective plans: where a plan stands and what comes next.
 *
 * <p>Not here: the thread that waits (batch-jobs), starting and stopping at nodes (dispatch).
 */
package org.computility.planning.inspection;
