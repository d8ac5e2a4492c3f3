/**
 * Algorithm packages, the capabilities they bring, and which node holds which package (T/BAX 0006.5 annex A, F.1 to F.4).
 *
 * <p>Not here: the archive format (module algo-package), running services of a package (serving), nodes (compute).
 */
package org.computility.algorithms;
