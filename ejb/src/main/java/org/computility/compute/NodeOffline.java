package org.computility.compute;

/** Nothing was heard of a node for the keepalive time-out. Fired inside the transaction that records it. */
public record NodeOffline(String code) {}
