/**
 * The live picture of the compute (T/BAX 0006.5 annex G): nodes are asked for their figures, and the last figures are
 * kept, for callers and for pages of the console.
 *
 * <p>Not here: whether a node is alive, and the way to call it (compute).
 */
package org.computility.compute.monitoring;
