/**
 * How much a runtime node gets out of a machine.
 *
 * <p>Not here: the platform's own speed.
 */
package org.computility.benchmarks.runtime;
