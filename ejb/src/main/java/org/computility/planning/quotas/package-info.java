/**
 * How many streams of a capability an organisation's licences let run at once, and how many run (T/BAX 0006.5 6.5, D.6, E.5).
 *
 * <p>Not here: licences and authorization servers themselves (licensing), who starts when (dispatch).
 */
package org.computility.planning.quotas;
