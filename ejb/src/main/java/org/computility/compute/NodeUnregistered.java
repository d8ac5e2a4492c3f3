package org.computility.compute;

/** A node left for good; its row is gone when the transaction commits. */
public record NodeUnregistered(String code, NodeAddress address) {}
