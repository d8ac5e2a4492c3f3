/**
 * Requests to addresses that a user gave: which may be called, how much is read, and for how long.
 *
 * <p>Not here: calls to nodes (compute), addresses that only nodes open (planning).
 */
package org.computility.shared.outbound;
