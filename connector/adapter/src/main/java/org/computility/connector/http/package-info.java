/**
 * Plain HTTP with any runtime: threads and sockets, one exchange, the pieces of an event stream. Neither side owns it.
 *
 * <p>Not here: paths, credentials and shapes of a kind of runtime (the sides), who listens to news (package {@code inbound}).
 */
package org.computility.connector.http;
