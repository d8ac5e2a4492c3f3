package org.computility.connector.accelerator;

import java.net.URI;

/**
 * A package to download.
 *
 * @param packageId 40 digit identifier
 * @param url where the bytes are; carries its own permission
 * @param md5 32 hexadecimal digits of the whole file, lower case
 * @param size bytes
 */
public record PackageDelivery(String packageId, URI url, String md5, long size) {}
