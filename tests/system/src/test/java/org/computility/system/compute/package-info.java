/**
 * Nodes come, stay, are watched and go (T/BAX 0006.5 annexes B and G), as a stranger uses it.
 *
 * <p>Not here: packages on nodes (algorithms), services on nodes (serving).
 */
package org.computility.system.compute;
