package org.computility.centers.catalogue;

import java.time.Instant;

/**
 * A resource spec: what one node gives to a task.
 *
 * @param processor null: none
 */
public record SpecView(
        String id,
        String name,
        String architecture,
        int cores,
        long memoryBytes,
        SpecProcessor processor,
        Instant createdAt) {}
