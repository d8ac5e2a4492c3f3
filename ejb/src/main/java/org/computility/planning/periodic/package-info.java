/**
 * The clock of planning: instances that wait for room or for their next try, and nodes to be compared again.
 *
 * <p>Not here: rounds of inspections (inspection), the choice of a service (dispatch).
 */
package org.computility.planning.periodic;
