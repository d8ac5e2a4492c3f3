/**
 * When a periodic plan may run: the windows of a week in a zone, and their next change (T/BAX 0006.5 {@code PlanDayTime}).
 *
 * <p>Not here: the members of a plan and how they are refused (rules), starting and stopping at nodes (dispatch).
 */
package org.computility.planning.periodic;
