package org.computility.centers.catalogue;

import java.time.Instant;
import org.computility.connector.jobs.Accelerators;

/**
 * A resource spec: what one node gives to a task.
 *
 * @param accelerators null: none
 */
public record SpecView(
        String id,
        String name,
        String architecture,
        int cores,
        long memoryBytes,
        Accelerators accelerators,
        Instant createdAt) {}
