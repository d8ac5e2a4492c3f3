/**
 * The accelerators that packages and nodes may name (T/BAX 0006.5 Annex H), and what they name beside it.
 *
 * <p>Not here: the annex itself (module algo-package), which node fits a package (delivery), accelerators of job centers
 * (centers).
 */
package org.computility.algorithms.accelerators;
