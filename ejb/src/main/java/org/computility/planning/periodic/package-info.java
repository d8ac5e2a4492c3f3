/**
 * When a periodic plan may run (T/BAX 0006.5 {@code PlanDayTime}): the windows of a week in a zone, their next change, and
 * the job {@code run-periodic-plans} by which plans open and close.
 *
 * <p>Not here: what people want of a plan (planning), starting and stopping at nodes (dispatch), rounds (inspection).
 */
package org.computility.planning.periodic;
