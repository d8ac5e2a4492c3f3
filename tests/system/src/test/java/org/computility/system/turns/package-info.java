/**
 * Whose turn it is: which of the three servers runs a class that carries {@code @InTurn} in this build.
 *
 * <p>Not here: how a server is started (org.computility.system.servers).
 */
package org.computility.system.turns;
