package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.jobs.protocol.JobRules;
import org.computility.connector.jobs.protocol.files.FolderSteps;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress.Door;
import org.computility.connector.jobs.protocol.kubernetes.nodes.ClusterCapacity;

/** Runs jobs on a Kubernetes cluster. */
public final class KubernetesRuntime implements JobClient {

    private static final Duration FILES_TIMEOUT = Duration.ofSeconds(15);

    private final KubernetesAddress address;
    private final ClusterApi cluster;
    private final Optional<ClaimFolder> claim;
    private final Clock clock;

    /** @param threads for what is done with the claim's files */
    KubernetesRuntime(KubernetesAddress address, ClusterApi cluster, ExecutorService threads, Clock clock) {
        this.address = address;
        this.cluster = cluster;
        this.claim = Optional.ofNullable(address.claim())
                .map(name -> new ClaimFolder(
                        name, address.folder(), new FolderSteps(address.folder(), threads, FILES_TIMEOUT)));
        this.clock = clock;
    }

    /** @throws RuntimeFailure REFUSED where the address is none of a cluster */
    public static KubernetesRuntime at(JobRuntimeAddress address, RuntimeHttp http) throws RuntimeFailure {
        KubernetesAddress parsed = KubernetesAddress.parse(address);
        return new KubernetesRuntime(parsed, new ClusterApi(parsed, http), http.executor(), Clock.systemUTC());
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        JobRules.check(job);
        // Before anything is refused: what runs already must not begin elsewhere, too.
        if (job.servicePort() == 0) {
            if (!isThere(cluster.job(job.jobId()), job)) {
                create(new Submission(claim, cluster).objects(job).ending(), () -> cluster.job(job.jobId()), job);
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
            ClusterObjects objects = new Submission(claim, cluster).objects(job);
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
        List<JobReport> reports = states(List.of(jobId));
        if (reports.isEmpty()) {
            throw Inquiry.garbled(jobId, null);
        }
        return reports.get(0);
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        return inquiry().reports(jobIds);
    }

    private Inquiry inquiry() {
        return new Inquiry(cluster, runsServices(), clock.instant());
    }

    private Sighting look(String jobId) throws RuntimeFailure {
        JobRules.checkId(jobId);
        return inquiry().sighting(jobId);
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
        return resultsOf(jobId).results(jobId);
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException {
        resultsOf(jobId).result(jobId, name, most, to);
    }

    @Override
    public void results(String jobId, List<String> names, ResultTaker to) throws RuntimeFailure, IOException {
        ClaimFolder files = resultsOf(jobId);
        for (String name : names) {
            files.result(jobId, name, Long.MAX_VALUE, to.next(name));
        }
    }

    private ClaimFolder resultsOf(String jobId) throws RuntimeFailure {
        ended(known(jobId));
        return claim.orElseThrow(() -> refused("The job left its files in its pod: this center keeps no files"));
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        Sighting seen = look(jobId);
        if (seen.isKnown() || !seen.live().isEmpty()) {
            ended(seen);
        }
        if (claim.isPresent()) {
            claim.get().forget(jobId);
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
        long storage = claim.isPresent() ? claim.get().storage() : 0;
        return ClusterCapacity.of(
                cluster.nodes(), cluster.podsOfAll(), storage, runsServices(), address.architecture());
    }

    static RuntimeFailure refused(String message) {
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
