/**
 * Scaling rules: how many replicas the services of a capability have on all nodes of an organisation together, within bounds,
 * by load, free capacity and nearness (T/BAX 0006.5 clause 6.3 i), and what was decided when, and why.
 *
 * <p>Not here: the choice itself (choice), how a service is changed at its node (replicas), which task runs where (planning).
 */
package org.computility.serving.scaling;
