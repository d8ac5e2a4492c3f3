/**
 * Listening to the nodes: keepalives, results and events show that they are alive (T/BAX 0006.5 B.3), and whoever is silent
 * too long is named.
 *
 * <p>Not here: the registered nodes and whether each is online (compute), the streams that are kept open to them (events).
 */
package org.computility.compute.heartbeat;
