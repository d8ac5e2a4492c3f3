/**
 * What instances ask of services: which tasks a service has, who waits for a place, and who leaves a service that gets
 * smaller.
 *
 * <p>Not here: who gets which place (dispatch), how many replicas there should be (serving.scaling).
 */
package org.computility.planning.demand;
