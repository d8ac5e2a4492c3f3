/**
 * The inbound side of the adapter: one event stream to each watched node, delivered to message-driven beans.
 *
 * <p>Not here: how a stream is read (package {@code protocol}), what an event means (rooms of the application).
 */
package org.computility.connector.inbound;
