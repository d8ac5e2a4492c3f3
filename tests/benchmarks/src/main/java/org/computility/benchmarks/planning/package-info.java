/**
 * Measures task plans: how late windows open beside schedulers that others use, and how long searches take among very many
 * instances.
 *
 * <p>Not here: starting and moving instances at nodes (org.computility.benchmarks.platform), tests of correctness (tests/system, ejb).
 */
package org.computility.benchmarks.planning;
