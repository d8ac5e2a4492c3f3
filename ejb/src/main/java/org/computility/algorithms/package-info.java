/**
 * The catalogue of algorithm packages and the capabilities they bring (T/BAX 0006.5 annex A).
 *
 * <p>Not here: the archive format (module algo-package), bytes (archives), nodes that hold a package (delivery), what
 * goes with a package that is replaced or deleted (replacement), running services of a package (serving).
 */
package org.computility.algorithms;
