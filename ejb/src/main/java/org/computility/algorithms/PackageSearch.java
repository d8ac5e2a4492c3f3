package org.computility.algorithms;

import java.time.Instant;
import java.util.List;

/**
 * Which packages; a null member does not narrow the list.
 *
 * @param name what the name contains
 * @param createdFrom inclusive
 * @param createdBefore exclusive
 */
public record PackageSearch(
        String name,
        String type,
        List<String> ids,
        String version,
        String provider,
        Instant createdFrom,
        Instant createdBefore) {}
