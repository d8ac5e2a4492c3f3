package org.computility.centers.registration;

/** A center was registered, or is reached in another way from now on: it is to be asked at once. */
public record CenterRegistered(String centerId) {}
