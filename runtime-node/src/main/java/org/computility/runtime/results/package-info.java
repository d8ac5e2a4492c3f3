/**
 * Results on their way: written to disk first, then delivered to each receiver at least once and in the order of their
 * stream; see {@code docs/results.md}.
 *
 * <p>Not here: what is worth reporting ({@code tasks}).
 */
package org.computility.runtime.results;
