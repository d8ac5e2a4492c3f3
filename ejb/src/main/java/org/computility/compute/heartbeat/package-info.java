/**
 * Signs of life: keepalives, results and events show that a node is alive (T/BAX 0006.5 B.3), and the silence rule
 * finds the nodes that were silent for too long.
 *
 * <p>Not here: the registered nodes and whether each is online (compute), what nodes tell in events (events).
 */
package org.computility.compute.heartbeat;
