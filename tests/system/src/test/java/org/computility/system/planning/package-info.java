/**
 * Task plans, their instances and their runs (T/BAX 0006.5 annex C), as a stranger uses them.
 *
 * <p>Not here: what the instances found (results).
 */
package org.computility.system.planning;
