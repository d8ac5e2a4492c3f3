/**
 * Plain HTTP with any runtime: threads and sockets, one exchange, the pieces of an event stream. It belongs to no side.
 *
 * <p>Not here: paths, credentials and shapes of a kind of runtime (the sides), who listens to news (package {@code inbound}).
 */
package org.computility.connector.http;
