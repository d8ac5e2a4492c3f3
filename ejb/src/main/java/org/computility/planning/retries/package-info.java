/**
 * The clock of retries: every second it starts instances whose next try is due, and finishes stops that a dead server
 * began.
 *
 * <p>Not here: when a try is due, how instances start and stop (dispatch), the rounds of inspections (inspection).
 */
package org.computility.planning.retries;
