package org.computility.algorithms;

/**
 * The bytes of a package in the content store.
 *
 * @param sha256 hexadecimal, lower case; also its name in the store
 * @param md5 hexadecimal, lower case
 */
public record StoredFile(String sha256, String md5, long size) {}
