package org.computility.algorithms;

import java.time.Instant;
import java.util.List;
import org.computility.shared.PageRequest;

/**
 * Which capabilities; a null member does not narrow the list.
 *
 * @param name what the name contains
 * @param status the name of a {@link CapabilityStatus}
 * @param sourceType all capabilities are {@code ENGINE}; any other word finds nothing
 * @param packageIds whose capabilities
 * @param createdFrom inclusive
 * @param createdBefore exclusive
 * @param page sorted by some of {@link Capabilities#SORTABLE}
 */
public record CapabilitySearch(
        String name,
        List<String> codes,
        String status,
        String dataType,
        String sourceType,
        List<String> packageIds,
        String taskType,
        Instant createdFrom,
        Instant createdBefore,
        PageRequest page) {}
