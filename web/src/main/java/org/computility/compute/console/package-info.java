/**
 * The console's pages of nodes: all of them, and one with its machines and cards.
 *
 * <p>Not here: what nodes are and tell (compute), what runs on them (the rooms above add it: serving).
 */
package org.computility.compute.console;
