/**
 * Counters of nodes that a meter is read by: what they show together, and what came to them since they were last read.
 *
 * <p>Not here: how a node is asked (the room {@code compute}), which meter is read at which node and when (sources).
 */
package org.computility.energy.nodes;
