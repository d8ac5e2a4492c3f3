package org.computility.jobs.register;

import static org.computility.jobs.register.JobPlacements.FIRST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.register.JobPlacements.Choice;
import org.computility.jobs.register.JobPlacements.ChosenJob;
import org.computility.jobs.register.JobPlacements.Waiting;
import org.computility.jobs.register.JobPlacements.WaitingJob;
import org.computility.jobs.register.JobTasks.Candidate;

/** The jobs that wait to be placed, and how they are. */
@ApplicationScoped
class PlacementQueue {

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    /** As {@link JobPlacements#waiting(Instant, int, UUID)}. */
    Waiting waiting(Instant silentSince, int most, UUID after, Instant now) {
        List<Candidate> found = tasks.candidates(silentSince, now, after, most - Math.max(1, most / 5), most);
        if (found.isEmpty() && after.equals(FIRST)) {
            return new Waiting(List.of(), FIRST);
        }
        List<UUID> ids = new ArrayList<>(found.stream().map(Candidate::jobId).toList());
        UUID next = last(found.stream().filter(Candidate::inTurn).map(Candidate::jobId));
        if (ids.size() < most && !after.equals(FIRST)) {
            // From the beginning, up to where this call began.
            List<UUID> first = tasks.othersToPlace(ids.toArray(new UUID[0]), silentSince, now, most - ids.size());
            ids.addAll(first);
            next = last(first.stream());
        }
        return new Waiting(withTasks(ids, silentSince, now), ids.size() < most ? FIRST : next);
    }

    private static UUID last(Stream<UUID> inTurn) {
        return inTurn.max(Comparator.comparing(UUID::toString)).orElse(FIRST);
    }

    /** As {@link JobPlacements#waiting(UUID, Instant)}. */
    Optional<WaitingJob> waiting(UUID jobId, Instant silentSince, Instant now) {
        return withTasks(tasks.toPlace(jobId, silentSince, now), silentSince, now).stream()
                .findFirst();
    }

    private List<WaitingJob> withTasks(List<UUID> ids, Instant silentSince, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<JobTask>> theirTasks = tasks.ofAll(ids).stream().collect(Collectors.groupingBy(JobTask::jobId));
        Map<UUID, List<JobAttempt>> theirAttempts =
                attempts.ofAll(ids).stream().collect(Collectors.groupingBy(JobAttempt::jobId));
        return jobs.all(ids).stream()
                .map(job -> waiting(
                        job,
                        theirTasks.get(job.jobId()),
                        theirAttempts.getOrDefault(job.jobId(), List.of()),
                        silentSince,
                        now))
                .filter(job -> !job.tasks().isEmpty())
                .toList();
    }

    private static WaitingJob waiting(
            Job job, List<JobTask> itsTasks, List<JobAttempt> its, Instant silentSince, Instant now) {
        Set<String> silent = its.stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .map(JobAttempt::runtimeId)
                .collect(Collectors.toSet());
        List<TaskFacts> wait = itsTasks.stream()
                .filter(task -> task.isWaiting() && task.isDue(now)
                        || silent.contains(task.facts().runtimeId()))
                .map(JobTask::facts)
                .toList();
        Set<UUID> ids = wait.stream().map(TaskFacts::taskId).collect(Collectors.toSet());
        Map<String, String> failed = new TreeMap<>();
        its.stream()
                .filter(attempt -> ids.contains(attempt.taskId()) && attempt.hasFailedThereSince(silentSince))
                .forEach(attempt -> failed.put(attempt.centerId(), Objects.requireNonNullElse(attempt.reason(), "")));
        return new WaitingJob(job.facts(), wait, failed, its.stream().anyMatch(JobAttempt::isBeingTakenBack));
    }

    /** As {@link JobPlacements#place}. */
    boolean place(ChosenJob chosen, Instant silentSince, Instant now) {
        return jobs.lock(chosen.jobId())
                .map(job -> place(
                        job,
                        tasks.of(chosen.jobId()),
                        attempts.lockOf(chosen.jobId()),
                        chosen.choices(),
                        silentSince,
                        now))
                .orElse(false);
    }

    /** As {@link JobPlacements#placeTogether}. */
    List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince, Instant now) {
        Map<UUID, Job> held = jobs
                .lockFree(chosen.stream().map(ChosenJob::jobId).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Job::jobId, Function.identity()));
        UUID[] ids = held.keySet().toArray(new UUID[0]);
        Map<UUID, List<JobTask>> theirTasks = tasks.ofAll(ids).stream().collect(Collectors.groupingBy(JobTask::jobId));
        Map<UUID, List<JobAttempt>> theirAttempts =
                attempts.lockOfAll(ids).stream().collect(Collectors.groupingBy(JobAttempt::jobId));
        List<ChosenJob> busy = new ArrayList<>();
        for (ChosenJob one : chosen) {
            UUID id = one.jobId();
            if (held.containsKey(id)) {
                place(
                        held.get(id),
                        theirTasks.getOrDefault(id, List.of()),
                        theirAttempts.getOrDefault(id, List.of()),
                        one.choices(),
                        silentSince,
                        now);
            } else {
                busy.add(one);
            }
        }
        return busy;
    }

    /** Places a job that is held. */
    private boolean place(
            Job job,
            List<JobTask> itsTasks,
            List<JobAttempt> its,
            List<Choice> choices,
            Instant silentSince,
            Instant now) {
        Map<UUID, JobTask> all = itsTasks.stream().collect(Collectors.toMap(JobTask::taskId, Function.identity()));
        Map<String, JobAttempt> silent = its.stream()
                .filter(attempt -> attempt.isSilentSince(silentSince))
                .collect(Collectors.toMap(JobAttempt::runtimeId, Function.identity()));
        Set<UUID> chosen = choices.stream().map(Choice::taskId).collect(Collectors.toSet());
        boolean whole = its.stream()
                .filter(JobAttempt::isBeingTakenBack)
                .allMatch(attempt -> chosen.contains(attempt.taskId()));
        boolean free = !job.status().isEnded()
                && whole
                && choices.stream()
                        .map(choice -> all.get(choice.taskId()))
                        .allMatch(task -> task != null
                                && (task.isWaiting()
                                        || silent.containsKey(task.facts().runtimeId())));
        if (free) {
            choices.forEach(choice -> begin(all.get(choice.taskId()), choice, silent, now));
            job.follow(all.values(), now);
            jobs.session().update(job);
        }
        return free;
    }

    private void begin(JobTask task, Choice choice, Map<String, JobAttempt> silent, Instant now) {
        JobAttempt old = silent.get(task.facts().runtimeId());
        if (old != null) {
            old.leave();
            attempts.session().update(old);
        }
        int number = task.begin(choice.centerId(), choice.centerName());
        tasks.session().update(task);
        attempts.session().insert(JobAttempt.place(task, number, choice.centerId(), choice.why(), now));
    }
}
