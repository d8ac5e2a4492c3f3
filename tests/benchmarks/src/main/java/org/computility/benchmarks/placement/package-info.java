/**
 * Measures rounds of placement, without database and server.
 *
 * <p>Not here: jobs that really run, tests of correctness (ejb).
 */
package org.computility.benchmarks.placement;
