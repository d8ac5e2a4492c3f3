/**
 * HTTP calls that end: no far end can hold the node up for ever.
 *
 * <p>Not here: what is asked ({@code packages}, {@code registration}, {@code results}, {@code services}), and what the node
 * itself serves ({@code api}).
 */
package org.computility.runtime.http;
