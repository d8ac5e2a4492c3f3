/**
 * Pooled connections as the server sees them, for every side. A side gives its connection definition, what a handle does, and
 * the client that speaks to its kind of runtime.
 *
 * <p>Not here: what is said to a kind of runtime (the sides), news from runtimes (package {@code inbound}).
 */
package org.computility.connector.outbound;
