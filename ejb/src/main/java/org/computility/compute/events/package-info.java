/**
 * The event streams that the platform keeps open to all nodes that are online.
 *
 * <p>Not here: what the nodes tell over them (heartbeat hands it to the rooms), where the nodes listen (compute).
 */
package org.computility.compute.events;
