/**
 * How calls get to the platform and answers come back: HTTP, envelopes, signatures, and the types that JSON needs help with.
 *
 * <p>Not here: what the calls mean ({@code client} and its other packages).
 */
package org.computility.client.wire;
