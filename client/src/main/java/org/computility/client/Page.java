package org.computility.client;

import java.util.List;

/**
 * A piece of a list of {@code /platform/v1}.
 *
 * @param page from 1
 * @param total in the whole list
 */
public record Page<T>(List<T> items, int page, int pageSize, long total) {}
