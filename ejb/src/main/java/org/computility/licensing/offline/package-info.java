/**
 * Offline authorization (T/BAX 0006.5 annex E): licence files by provider and device, what they allow, and the links at which
 * nodes fetch them.
 *
 * <p>Not here: what a file means to its algorithm (only the algorithm knows), how a service gets the link (serving),
 * authorization servers (licensing.online), the bytes (datasets).
 */
package org.computility.licensing.offline;
