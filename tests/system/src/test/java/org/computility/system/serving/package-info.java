/**
 * Algorithm services on nodes (T/BAX 0006.5 F.5 to F.8), as a stranger uses them.
 *
 * <p>Not here: the tasks that services run (planning).
 */
package org.computility.system.serving;
