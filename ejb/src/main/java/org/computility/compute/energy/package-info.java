/**
 * What nodes count of the energy that their machines use ({@code Energy} in {@code docs/southbound.md}).
 *
 * <p>Not here: what becomes of a count (the room {@code energy}), other figures of nodes (monitoring), and the way to call
 * a node (compute).
 */
package org.computility.compute.energy;
