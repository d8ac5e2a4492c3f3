/**
 * Bytes that other rooms describe. They come in as a stream, lie in the data directory under their SHA-256, and are
 * deleted when no room needs them any more.
 *
 * <p>Not here: what the bytes are and who may read them (the rooms above: algorithms), links to the bytes
 * (shared.links), how they go over HTTP (shared.rest.files).
 */
package org.computility.datasets;
