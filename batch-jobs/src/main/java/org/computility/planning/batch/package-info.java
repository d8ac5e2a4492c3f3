/**
 * The job {@code run-inspection}: takes a plan's groups in turn.
 *
 * <p>Not here: where a plan stands and what a group is (room {@code planning}).
 */
package org.computility.planning.batch;
