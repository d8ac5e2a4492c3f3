package org.computility.compute;

import java.time.Instant;

/**
 * Where a node listens, with its credential still sealed.
 *
 * @param since when the node registered or came back
 */
public record NodeAddress(String code, String host, int port, String username, byte[] sealedPassword, Instant since) {}
