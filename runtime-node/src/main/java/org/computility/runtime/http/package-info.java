/**
 * HTTP to whoever the node calls, so that none of them can hold it up for ever.
 *
 * <p>Not here: what is asked ({@code packages}, {@code registration}, {@code results}, {@code services}), and what the node
 * itself serves ({@code api}).
 */
package org.computility.runtime.http;
