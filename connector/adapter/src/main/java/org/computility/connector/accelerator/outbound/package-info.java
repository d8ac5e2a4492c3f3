/**
 * Pooled connections from the application to accelerator runtimes.
 *
 * <p>Not here: what is said to a runtime (package {@code protocol}), events from it (package {@code inbound}).
 */
package org.computility.connector.accelerator.outbound;
