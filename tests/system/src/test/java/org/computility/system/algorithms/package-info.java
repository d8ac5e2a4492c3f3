/**
 * Packages come in, are found and are delivered (T/BAX 0006.5 annex A and F.1 to F.4), as a stranger uses it.
 *
 * <p>Not here: services made of packages (serving).
 */
package org.computility.system.algorithms;
