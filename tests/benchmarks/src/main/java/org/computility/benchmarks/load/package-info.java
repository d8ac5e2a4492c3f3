/**
 * What the benchmarks of several rooms share: load by several threads, times with their quantiles, the platform's database.
 *
 * <p>Not here: what is measured (market, jobs), nodes (platform).
 */
package org.computility.benchmarks.load;
