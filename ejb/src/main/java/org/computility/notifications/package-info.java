/**
 * What the platform tells accounts by itself: a match in the market. Rooms above tell it, each account reads its own.
 *
 * <p>Not here: when there is something to tell (the rooms themselves), events of runtimes (compute).
 */
package org.computility.notifications;
