/**
 * Video drawn by rule, whose truth is known: what moves where and when. For tests, the demo and benchmarks.
 *
 * <p>Not here: decoding ({@code media}).
 */
package org.computility.runtime.media.synthetic;
