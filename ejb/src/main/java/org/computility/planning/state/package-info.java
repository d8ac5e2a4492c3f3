/**
 * The states of an instance, and every event that leads from one to another.
 *
 * <p>Not here: the statements that make the events (dispatch, inspection, and the instances themselves).
 */
package org.computility.planning.state;
