/**
 * What the application sees of the resource adapter, whatever kind of runtime it talks to: where a runtime listens, how
 * a call fails, and the listener that hears its news. Each kind is a side in a package of its own, such as {@link
 * org.computility.connector.accelerator}, and knows no other side.
 *
 * <p>Not here: what is said to a kind of runtime (its side), the wire protocol (adapter module).
 */
package org.computility.connector;
