/**
 * Loads the whole platform over HTTP and measures what it bears.
 *
 * <p>Not here: the runtime node's own speed (org.computility.benchmarks.runtime), tests of correctness (tests/system).
 */
package org.computility.benchmarks.platform;
