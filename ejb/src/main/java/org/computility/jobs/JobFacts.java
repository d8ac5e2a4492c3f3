package org.computility.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.centers.SpecFacts;

/**
 * A job as it stands.
 *
 * @param reason why it ended so, or waits again; null where there is nothing to say
 * @param spec as it was when the job came in
 * @param service null where it serves nobody
 * @param nodes how many tasks it has
 * @param centerIds where it may run; empty: anywhere
 * @param endedAt null until it has ended
 * @param forecastAt when its start was forecast; null: it was placed at once, or no round has seen it
 * @param forecastStart when it was then said to start; null where nobody could tell
 */
public record JobFacts(
        String id,
        JobKind kind,
        String name,
        String description,
        UUID userId,
        UUID organisationId,
        JobStatus status,
        String reason,
        SpecFacts spec,
        int nodes,
        List<String> centerIds,
        String imageId,
        String imageUrl,
        String imageLocation,
        String command,
        List<String> dataSets,
        int maxSeconds,
        int priority,
        JobService service,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Instant forecastAt,
        Instant forecastStart) {}
