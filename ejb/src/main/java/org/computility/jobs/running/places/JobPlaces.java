package org.computility.jobs.running.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.centers.CenterFacts;
import org.computility.connector.jobs.JobResources;
import org.computility.jobs.JobFacts;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.placement.Places;
import org.computility.jobs.placement.Unfit;
import org.computility.jobs.register.JobPlacements;
import org.computility.jobs.register.JobPlacements.LiveAttempt;

/**
 * Where jobs that wait may run, and why not elsewhere.
 *
 * @param centers as they were last seen, by id
 * @param live what occupies them
 */
public record JobPlaces(Map<String, CenterFacts> centers, List<LiveAttempt> live, Nearness nearness) {

    /** @param asked what its waiting tasks take */
    public Places of(JobPlacements.WaitingJob waiting, JobResources asked) {
        JobFacts job = waiting.job();
        boolean begins = job.service() == null && begins(waiting);
        boolean named = begins && !job.centerIds().isEmpty();
        Set<String> image = centers.values().stream()
                .filter(center -> center.startsFrom(job.imageLocation()))
                .map(CenterFacts::id)
                .collect(Collectors.toSet());
        Map<String, Unfit> unfit = unfit(waiting, begins);
        Set<String> allowed = new HashSet<>(image);
        allowed.removeAll(unfit.keySet());
        return new Places(
                begins ? job.centerIds() : List.of(),
                image,
                Set.copyOf(job.dataSets()),
                nearness.prices(job, centers.values()),
                named ? Set.of() : avoided(waiting, allowed, asked),
                unfit);
    }

    // Named centers share the tasks of a job that begins, with nothing of it anywhere. Some tasks that begin anew may
    // go to any of them.
    private static boolean begins(JobPlacements.WaitingJob waiting) {
        return waiting.tasks().size() == waiting.job().nodes()
                && waiting.tasks().stream().allMatch(task -> task.centerId() == null);
    }

    private Map<String, Unfit> unfit(JobPlacements.WaitingJob waiting, boolean begins) {
        JobFacts job = waiting.job();
        Set<String> left = waiting.tasks().stream()
                .map(TaskFacts::centerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Unfit> unfit = new HashMap<>();
        for (CenterFacts center : centers.values()) {
            Unfit why = left.contains(center.id()) ? Unfit.SILENT : unfit(center, job, begins);
            if (why != null) {
                unfit.put(center.id(), why);
            }
        }
        addReplicas(job, unfit);
        return unfit;
    }

    /** Of a center that has not told what it has yet only so much as is known. */
    private static Unfit unfit(CenterFacts center, JobFacts job, boolean begins) {
        boolean others = !job.centerIds().isEmpty() && !job.centerIds().contains(center.id());
        if (others && !begins) {
            return Unfit.NOT_NAMED;
        } else if (center.capacity() == null) {
            return null;
        } else if (!job.spec().architecture().equalsIgnoreCase(center.capacity().architecture())) {
            return Unfit.ARCHITECTURE;
        } else if (!job.dataSets().isEmpty() && !center.capacity().dataSets()) {
            return Unfit.NO_DATA_SETS;
        }
        return job.service() != null && !center.capacity().services() ? Unfit.NO_SERVICES : null;
    }

    // Named centers get a replica each before one gets a second.
    private void addReplicas(JobFacts job, Map<String, Unfit> unfit) {
        if (job.service() == null || job.centerIds().isEmpty()) {
            return;
        }
        Set<String> served = live.stream()
                .filter(each -> each.job().id().equals(job.id()))
                .map(each -> each.attempt().centerId())
                .collect(Collectors.toSet());
        boolean isAnyUnserved = centers.values().stream()
                .anyMatch(center -> !unfit.containsKey(center.id())
                        && !served.contains(center.id())
                        && center.startsFrom(job.imageLocation()));
        if (isAnyUnserved) {
            served.forEach(id -> unfit.putIfAbsent(id, Unfit.HAS_REPLICA));
        }
    }

    private Set<String> avoided(JobPlacements.WaitingJob waiting, Set<String> allowed, JobResources asked) {
        return waiting.failed().isEmpty()
                ? Set.of()
                : new Avoiding(centers).of(waiting.failed().keySet(), allowed, asked);
    }
}
