package org.computility.connector.jobs.protocol.kubernetes;

import java.time.Instant;
import java.util.Optional;
import org.computility.connector.jobs.JobState;

/** What the platform has to end of a job, since Kubernetes would go on with it, or wait for it, for ever. */
record Due(Sighting seen) {

    /** How it ends where its nodes have not answered for so long that nobody waits for them. */
    Optional<Marks.End> lost(Instant now) {
        Optional<Marks.End> decided = seen.isKnown() ? Marks.end(seen.object()) : Optional.empty();
        return seen.outage()
                .filter(outage -> outage.isOver(now))
                .map(outage -> decided.orElseGet(() -> new Marks.End(JobState.LOST, outage.words(), outage.since())));
    }

    /** How it ends now, if its pods can be ended. */
    Optional<Marks.End> end(Instant now) {
        if (!seen.isKnown() || Marks.end(seen.object()).isPresent()) {
            return Optional.empty();
        }
        return hopeless(now)
                .or(() -> seen.job() == null ? servedEnough(now) : Optional.empty())
                .or(() -> late(now));
    }

    private Optional<Marks.End> hopeless(Instant now) {
        return seen.live().stream()
                .flatMap(pod -> Waiting.of(pod).filter(each -> each.isHopeless(pod.preparedSince(), now)).stream())
                .map(waiting -> new Marks.End(JobState.FAILED, "could not be begun: " + waiting.words(), now))
                .findFirst();
    }

    /** A service's program that has ended, however it did, is the platform's to begin again. */
    private Optional<Marks.End> servedEnough(Instant now) {
        for (SeenPod pod : seen.pods()) {
            Optional<PodEnd> end = pod.hasEnded()
                    ? Optional.of(PodEnd.of(pod))
                    : pod.terminated().map(PodEnd::of);
            if (end.isPresent()) {
                return end.map(each -> new Marks.End(each.state(), each.reason(), now));
            }
        }
        return Optional.empty();
    }

    private Optional<Marks.End> late(Instant now) {
        String limit = Marks.annotations(seen.object()).get(Marks.WALL_TIME);
        boolean late = limit != null
                && seen.live().stream()
                        .anyMatch(pod -> pod.hasBegun()
                                && pod.startedAt()
                                        .plusSeconds(Long.parseLong(limit))
                                        .isBefore(now));
        return late ? Optional.of(new Marks.End(JobState.FAILED, PodEnd.WALL_TIME, now)) : Optional.empty();
    }
}
