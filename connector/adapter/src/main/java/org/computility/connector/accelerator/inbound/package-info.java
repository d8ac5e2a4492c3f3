/**
 * One event stream to each watched accelerator runtime.
 *
 * <p>Not here: how a stream is read (package {@code protocol}), how the events reach the listeners ({@link
 * org.computility.connector.inbound}).
 */
package org.computility.connector.accelerator.inbound;
