/**
 * Measures the market and its books: settling, chains of trades, matches, transfers; each against something that does the same
 * where there is such a thing.
 *
 * <p>Not here: other loads on the platform (org.computility.benchmarks.platform), tests of correctness (tests/system, ejb).
 */
package org.computility.benchmarks.market;
