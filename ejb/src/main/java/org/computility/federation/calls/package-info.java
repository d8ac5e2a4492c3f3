/**
 * TC609's interface of another platform, called in its own words: a token, then signed calls.
 *
 * <p>Not here: which platforms there are ({@code federation.upper}, {@code federation.lower}); which hosts may be called ({@code
 * shared.outbound}).
 */
package org.computility.federation.calls;
