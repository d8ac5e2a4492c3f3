/**
 * News of nodes: the event streams that the platform keeps open to all nodes that are online, what the nodes tell over them,
 * and the comparison with what they hold. The rooms above observe the events and contribute a {@link
 * org.computility.compute.events.NodeHolding} each.
 *
 * <p>Not here: signs of life (heartbeat), where the nodes listen (compute), what an event or a difference means (the rooms).
 */
package org.computility.compute.events;
