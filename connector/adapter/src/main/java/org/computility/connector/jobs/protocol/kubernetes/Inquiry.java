package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobReport;

/** One question to a cluster for some jobs, and what has to be done about the answer. */
final class Inquiry {

    private static final Logger LOG = Logger.getLogger(Inquiry.class.getName());

    private final ClusterApi cluster;
    private final boolean services;
    private final Instant now;

    /** False from the first change on that nobody answers: each of the others would take as long. */
    private boolean answers = true;

    /** @param services whether there may be some among the jobs */
    Inquiry(ClusterApi cluster, boolean services, Instant now) {
        this.cluster = cluster;
        this.services = services;
        this.now = now;
    }

    /** What is told of these, in their order, without those that the cluster does not tell of in a way that makes sense. */
    List<JobReport> reports(List<String> jobIds) throws RuntimeFailure {
        List<Sighting> seen = new ArrayList<>();
        Found found = find(jobIds);
        jobIds.forEach(id -> sensible(id, () -> Optional.of(found.of(id))).ifPresent(seen::add));
        return withOutages(seen).stream()
                .flatMap(each -> sensible(each.jobId(), () -> report(each)).stream())
                .toList();
    }

    /** All that there is of that job. */
    Sighting sighting(String jobId) throws RuntimeFailure {
        try {
            return find(List.of(jobId)).of(jobId);
        } catch (RuntimeException e) {
            throw garbled(jobId, e);
        }
    }

    static RuntimeFailure garbled(String jobId, Exception cause) {
        return new RuntimeFailure(Reason.GARBLED, "The cluster does not tell of job " + jobId + " now", cause);
    }

    private record Found(Map<String, Job> jobs, Map<String, Deployment> deployments, Map<String, List<Pod>> pods) {

        Sighting of(String id) {
            return Sighting.of(id, jobs.get(id), deployments.get(id), pods.getOrDefault(id, List.of()));
        }
    }

    // Pods are asked for last: what a job's controller knew before, its pods tell, too.
    private Found find(Collection<String> jobIds) throws RuntimeFailure {
        Map<String, Job> jobs = byId(cluster.jobs(jobIds));
        Map<String, Deployment> deployments = services ? byId(cluster.deployments(jobIds)) : Map.of();
        Map<String, List<Pod>> pods = cluster.pods(jobIds).stream().collect(Collectors.groupingBy(Marks::jobId));
        return new Found(jobs, deployments, pods);
    }

    private static <T extends HasMetadata> Map<String, T> byId(List<T> objects) {
        return objects.stream().collect(Collectors.toMap(Marks::jobId, Function.identity(), (one, other) -> one));
    }

    /** What has some odd object hides nothing of the others. */
    private static <T> Optional<T> sensible(String jobId, Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What the cluster tells of job " + jobId + " makes no sense.");
            return Optional.empty();
        }
    }

    /** Nodes are asked for only where somebody doubts them. Where the cluster does not tell of nodes, none counts as dead. */
    private List<Sighting> withOutages(List<Sighting> seen) {
        Set<String> doubtful = seen.stream()
                .flatMap(each -> sensible(each.jobId(), () -> Optional.of(each.doubtfulNodes(now))).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        try {
            Map<String, Node> nodes = Outage.byName(cluster.nodes(doubtful));
            return seen.stream()
                    .map(each -> sensible(each.jobId(), () -> Optional.of(each.with(nodes, now)))
                            .orElse(each))
                    .toList();
        } catch (RuntimeFailure e) {
            LOG.log(Level.WARNING, "The cluster does not tell of its nodes: {0}", e.getMessage());
            return seen;
        }
    }

    private Optional<JobReport> report(Sighting seen) {
        Due due = new Due(seen);
        Optional<Marks.End> lost = due.lost(now);
        if (lost.isPresent()) {
            if (seen.isKnown()) {
                change(seen, ending -> ending.giveUp(seen, lost.get()));
            }
            return Optional.of(seen.report(lost.get()));
        }
        due.end(now).ifPresent(end -> change(seen, ending -> ending.end(seen, end)));
        return seen.outage().isPresent() ? Optional.empty() : Optional.of(seen.report());
    }

    private interface Change {
        void make(Ending ending) throws RuntimeFailure;
    }

    /** What is refused, or not answered, is tried again at the next question. */
    private void change(Sighting seen, Change change) {
        if (!answers) {
            return;
        }
        try {
            change.make(new Ending(cluster));
        } catch (RuntimeFailure e) {
            LOG.log(Level.WARNING, "Job {0} could not be ended: {1}", new Object[] {seen.jobId(), e.getMessage()});
            answers = e.reason() != Reason.UNREACHABLE && e.reason() != Reason.TIMED_OUT;
        }
    }
}
