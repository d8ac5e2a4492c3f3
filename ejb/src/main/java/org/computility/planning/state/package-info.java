/**
 * The states of an instance, every event that leads from one to another, and how statements ask for a state.
 *
 * <p>Not here: the statements that make the events (dispatch, inspection, and the instances themselves).
 */
package org.computility.planning.state;
