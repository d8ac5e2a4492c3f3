package org.computility.centers;

/** A center came or went: {@code connected} is no longer what it was. Fired in the transaction that writes it. */
public record CenterSeen(String centerId, boolean connected) {}
