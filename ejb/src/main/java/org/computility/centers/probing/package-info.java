/**
 * Asks the centers what they have: a center that is new at once, every center again and again, each by one server.
 *
 * <p>Not here: what is kept of a center (registration), what its jobs do (jobs).
 */
package org.computility.centers.probing;
