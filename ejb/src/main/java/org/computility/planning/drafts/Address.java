package org.computility.planning.drafts;

/**
 * A URL that an instance names.
 *
 * @param place where its caller wrote it, by neutral names, from the instance on: {@code fileOptions.urls[1]}
 */
public record Address(String place, String url) {}
