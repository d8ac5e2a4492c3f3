/**
 * How much room the disk has, and the memory for long answers, and what is refused while it is short: what is large, so that the rest
 * goes on.
 *
 * <p>Not here: what lies on the disk ({@code datasets}), starting a database again that a full disk ended (the launcher).
 */
package org.computility.shared.space;
