package org.computility.compute;

/** A node registered, or was heard again after it had been silent. Fired inside the transaction that records it. */
public record NodeOnline(String code) {}
