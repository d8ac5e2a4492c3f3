/**
 * The jobs {@code run-inspection}, which takes a plan's groups in turn, and {@code run-periodic-plans}.
 *
 * <p>Not here: where a plan stands, what a group is, and when a plan is open (room {@code planning}).
 */
package org.computility.planning.batch;
