/**
 * What was used: calls and tokens, once an event.
 *
 * <p>Not here: whether a call is let in (orders), what it costs (rating).
 */
package org.computility.settlement.usage;
