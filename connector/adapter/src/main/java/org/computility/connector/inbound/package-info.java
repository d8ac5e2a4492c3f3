/**
 * The adapter as the server sees it, and how news of every side reaches the message-driven beans. A side joins the
 * {@link org.computility.connector.inbound.SharedAdapter} and hands its events to a {@link
 * org.computility.connector.inbound.Delivery} for each runtime.
 *
 * <p>Not here: the streams to a kind of runtime (the sides), what an event means (rooms of the application).
 */
package org.computility.connector.inbound;
