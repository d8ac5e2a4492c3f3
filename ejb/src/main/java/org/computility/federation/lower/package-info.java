/**
 * Platforms that report to this one, and what their centers are called there.
 *
 * <p>Not here: what they report (reporting), what they are asked now ({@code federation.live}).
 */
package org.computility.federation.lower;
