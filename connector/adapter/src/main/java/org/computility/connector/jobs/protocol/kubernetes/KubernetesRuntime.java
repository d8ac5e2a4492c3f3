package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.kubernetes.KubernetesAddress.Door;
import org.computility.connector.jobs.protocol.kubernetes.nodes.ClusterCapacity;

/** Runs jobs on a Kubernetes cluster. */
public final class KubernetesRuntime implements JobClient {

    private final KubernetesAddress address;
    private final ClusterApi cluster;
    private final Clock clock;

    KubernetesRuntime(KubernetesAddress address, ClusterApi cluster, Clock clock) {
        this.address = address;
        this.cluster = cluster;
        this.clock = clock;
    }

    /** @throws RuntimeFailure REFUSED where the address is none of a cluster */
    public static KubernetesRuntime at(JobRuntimeAddress address, RuntimeHttp http) throws RuntimeFailure {
        KubernetesAddress parsed = KubernetesAddress.parse(address);
        return new KubernetesRuntime(parsed, new ClusterApi(parsed, http), Clock.systemUTC());
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        JobRules.check(job);
        // Before anything is refused: what runs already must not begin elsewhere, too.
        if (job.servicePort() == 0) {
            if (!isThere(cluster.job(job.jobId()), job)) {
                create(new Submission(address, cluster).objects(job).ending(), () -> cluster.job(job.jobId()), job);
            }
        } else {
            submitService(job);
        }
    }

    private void submitService(JobSpec job) throws RuntimeFailure {
        String name = ClusterObjects.serviceName(job.jobId());
        boolean runs = isThere(cluster.deployment(job.jobId()), job);
        if (runs && isThere(cluster.service(name), job)) {
            return;
        }
        try {
            ClusterObjects objects = new Submission(address, cluster).objects(job);
            create(objects.serving(), () -> cluster.deployment(job.jobId()), job);
            create(objects.service(address.door()), () -> cluster.service(name), job);
        } catch (RuntimeFailure e) {
            if (e.reason() == Reason.REFUSED && isThere(cluster.deployment(job.jobId()), job)) {
                cluster.deleteDeployment(job.jobId());
            }
            throw e;
        }
    }

    private interface Lookup {
        Optional<? extends HasMetadata> find() throws RuntimeFailure;
    }

    private void create(HasMetadata object, Lookup lookup, JobSpec job) throws RuntimeFailure {
        if (!cluster.create(object) && !isThere(lookup.find(), job)) {
            throw new RuntimeFailure(
                    Reason.UNREACHABLE, "The cluster has just let go of the name " + job.jobId(), null);
        }
    }

    private static boolean isThere(Optional<? extends HasMetadata> found, JobSpec job) throws RuntimeFailure {
        if (found.isPresent() && !Marks.jobId(found.get()).equals(job.jobId())) {
            throw refused("Something else in the cluster has the name " + job.jobId());
        }
        return found.isPresent();
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        JobRules.checkId(jobId);
        return states(List.of(jobId)).get(0);
    }

    // Pods are asked for last: what a job's controller knew before, its pods tell, too.
    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        List<Sighting> seen = look(jobIds);
        for (Sighting each : seen) {
            Optional<Marks.End> due = each.due(clock.instant());
            if (due.isPresent()) {
                new Ending(cluster).end(each, due.get());
            }
        }
        return seen.stream().map(Sighting::report).toList();
    }

    private List<Sighting> look(Collection<String> jobIds) throws RuntimeFailure {
        Map<String, Job> jobs = byId(cluster.jobs(jobIds));
        Map<String, Deployment> deployments =
                address.door() == Door.NONE ? Map.of() : byId(cluster.deployments(jobIds));
        Map<String, List<Pod>> pods = cluster.pods(jobIds).stream().collect(Collectors.groupingBy(Marks::jobId));
        return jobIds.stream()
                .map(id -> Sighting.of(id, jobs.get(id), deployments.get(id), pods.getOrDefault(id, List.of())))
                .toList();
    }

    private static <T extends HasMetadata> Map<String, T> byId(List<T> objects) {
        return objects.stream().collect(Collectors.toMap(Marks::jobId, Function.identity(), (one, other) -> one));
    }

    private Sighting look(String jobId) throws RuntimeFailure {
        JobRules.checkId(jobId);
        return look(List.of(jobId)).get(0);
    }

    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        Sighting seen = look(jobId);
        if (seen.isKnown() && !seen.report().state().isFinal()) {
            new Ending(cluster).end(seen, new Marks.End(JobState.CANCELLED, "cancelled", clock.instant()));
        }
    }

    @Override
    public byte[] log(String jobId, long offset, int most) throws RuntimeFailure {
        if (offset < 0 || most < 0) {
            throw refused("offset and most must not be negative");
        }
        Sighting seen = known(jobId);
        Optional<SeenPod> pod = seen.newest();
        if (pod.isEmpty() && seen.report().state().isFinal()) {
            throw refused("The job left no log: its pod is gone");
        }
        return pod.isEmpty() ? new byte[0] : new PodLog(cluster, pod.get()).read(offset, most);
    }

    @Override
    public List<ResultFile> results(String jobId) throws RuntimeFailure {
        ClaimFolder folder = resultsOf(jobId);
        return guarded(() -> folder.results(jobId));
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException {
        resultsOf(jobId).result(jobId, name, most, to);
    }

    private ClaimFolder resultsOf(String jobId) throws RuntimeFailure {
        ended(known(jobId));
        return claim().orElseThrow(() -> refused("The job left its files in its pod: this center keeps no files"));
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        Sighting seen = look(jobId);
        if (seen.isKnown() || !seen.live().isEmpty()) {
            ended(seen);
        }
        Optional<ClaimFolder> claim = claim();
        if (claim.isPresent()) {
            guarded(() -> {
                claim.get().forget(jobId);
                return null;
            });
        }
        if (seen.deployment() != null) {
            cluster.deleteService(ClusterObjects.serviceName(jobId));
            cluster.deleteDeployment(jobId);
        }
        if (seen.job() != null) {
            cluster.deleteJob(jobId);
        }
    }

    private static void ended(Sighting seen) throws RuntimeFailure {
        if (!seen.report().state().isFinal()) {
            throw refused("Job " + seen.jobId() + " has not ended");
        }
    }

    private Sighting known(String jobId) throws RuntimeFailure {
        Sighting seen = look(jobId);
        if (!seen.isKnown()) {
            throw refused("Job " + jobId + " is not known here");
        }
        return seen;
    }

    @Override
    public boolean runsServices() {
        return address.door() != Door.NONE;
    }

    @Override
    public Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure {
        Sighting seen = look(jobId);
        if (seen.deployment() == null || seen.report().state() != JobState.RUNNING) {
            return Optional.empty();
        }
        return cluster.service(ClusterObjects.serviceName(jobId))
                .flatMap(service -> new Doorway(address.door(), service).endpoint(seen.live()));
    }

    @Override
    public JobCapacity capacity() throws RuntimeFailure {
        Optional<ClaimFolder> claim = claim();
        long storage = claim.isPresent() ? guarded(claim.get()::storage) : 0;
        return ClusterCapacity.of(cluster.nodes(), cluster.podsOfAll(), storage, runsServices());
    }

    private Optional<ClaimFolder> claim() {
        return address.claim() == null
                ? Optional.empty()
                : Optional.of(new ClaimFolder(address.claim(), address.folder()));
    }

    private <T> T guarded(ClaimFolder.Step<T> step) throws RuntimeFailure {
        return ClaimFolder.guarded(address.folder(), step);
    }

    static RuntimeFailure refused(String message) {
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
