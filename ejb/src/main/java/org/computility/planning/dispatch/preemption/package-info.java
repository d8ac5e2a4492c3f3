/**
 * Who gives way to whom when there is no room (6.3 h): the choice, the statements of it, and when it is made.
 *
 * <p>Not here: the exchange in which a node ends what gives way (dispatch), who gets free room (placement).
 */
package org.computility.planning.dispatch.preemption;
