package org.computility.datasets;

/**
 * What names and checks a content.
 *
 * @param sha256 hexadecimal, lower case; also its name in the store
 * @param md5 hexadecimal, lower case; the standards check files with it
 * @param size in bytes
 */
public record StoredContent(String sha256, String md5, long size) {}
