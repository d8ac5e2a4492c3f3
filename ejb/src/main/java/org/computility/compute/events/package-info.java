/**
 * News of nodes: the event streams that the platform keeps open to all nodes that are online, what the nodes tell over
 * these streams, and the comparison of what nodes hold with what they should hold. The rooms above observe the events;
 * a room whose things lie on nodes contributes a {@link org.computility.compute.events.NodeHolding}.
 *
 * <p>Not here: signs of life (heartbeat), where the nodes listen (compute), what an event or a difference means (the rooms).
 */
package org.computility.compute.events;
