package org.computility.centers.registration;

/**
 * Where a center's runtime is, with its credential still sealed.
 *
 * @param version of the registration: what is seen under one version says nothing of the next
 * @param username null: the kind of runtime knows no users
 * @param sealedPassword null: it knows no credential
 */
public record CenterAddress(String id, int version, String location, String username, byte[] sealedPassword) {}
