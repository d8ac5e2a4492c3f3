package org.computility.compute;

/** Where a node listens, with its credential still sealed. */
record NodeAddress(String code, String host, int port, String username, byte[] sealedPassword) {}
