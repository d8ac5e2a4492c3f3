package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.jobs.protocol.kubernetes.access.Calls;
import org.computility.connector.jobs.protocol.kubernetes.access.Clients;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress;
import org.computility.connector.jobs.protocol.kubernetes.access.LogAnswer;

/** The calls to a cluster's API server. Each ends within the time-out. */
final class ClusterApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** More in one question make its URL too long. */
    private static final int MOST_NAMED = 50;

    private final KubernetesClient client;
    private final Calls calls;
    private final String namespace;

    ClusterApi(KubernetesAddress address, RuntimeHttp http) throws RuntimeFailure {
        this.calls = new Calls(http.executor(), TIMEOUT, address.toString());
        this.client = calls.call("making a client", () -> Clients.of(address, http));
        this.namespace = address.namespace();
    }

    Optional<Job> job(String name) throws RuntimeFailure {
        return calls.call("GET job", () -> Optional.ofNullable(job(client, name).get()));
    }

    Optional<Deployment> deployment(String name) throws RuntimeFailure {
        return calls.call(
                "GET deployment",
                () -> Optional.ofNullable(deployment(client, name).get()));
    }

    Optional<Service> service(String name) throws RuntimeFailure {
        return calls.call(
                "GET service", () -> Optional.ofNullable(service(client, name).get()));
    }

    List<Job> jobs(Collection<String> ids) throws RuntimeFailure {
        return inGroups(
                "GET jobs",
                ids,
                group -> client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(namespace)
                        .withLabelIn(Marks.JOB, group)
                        .list()
                        .getItems());
    }

    List<Deployment> deployments(Collection<String> ids) throws RuntimeFailure {
        return inGroups(
                "GET deployments",
                ids,
                group -> client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withLabelIn(Marks.JOB, group)
                        .list()
                        .getItems());
    }

    List<Pod> pods(Collection<String> ids) throws RuntimeFailure {
        return inGroups(
                "GET pods",
                ids,
                group -> client.pods()
                        .inNamespace(namespace)
                        .withLabelIn(Marks.JOB, group)
                        .list()
                        .getItems());
    }

    private <T> List<T> inGroups(String about, Collection<String> ids, Function<String[], List<T>> question)
            throws RuntimeFailure {
        List<String> all = List.copyOf(ids);
        List<T> answers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_NAMED) {
            String[] group =
                    all.subList(from, Math.min(from + MOST_NAMED, all.size())).toArray(String[]::new);
            answers.addAll(calls.call(about, () -> question.apply(group)));
        }
        return answers;
    }

    /** All nodes. */
    List<Node> nodes() throws RuntimeFailure {
        return calls.call("GET nodes", () -> client.nodes().list().getItems());
    }

    /** Those of these nodes that there are. */
    List<Node> nodes(Collection<String> names) throws RuntimeFailure {
        if (names.size() == 1) {
            String name = names.iterator().next();
            return calls.call(
                    "GET node",
                    () -> client.nodes().withField("metadata.name", name).list().getItems());
        }
        return names.isEmpty()
                ? List.of()
                : nodes().stream()
                        .filter(node -> names.contains(node.getMetadata().getName()))
                        .toList();
    }

    /** The pods of everybody that have not ended, as far as the server tells the two apart. */
    List<Pod> podsOfAll() throws RuntimeFailure {
        return calls.call(
                "GET pods of all namespaces",
                () -> client.pods()
                        .inAnyNamespace()
                        .withoutField("status.phase", "Succeeded")
                        .withoutField("status.phase", "Failed")
                        .list()
                        .getItems());
    }

    /** False where something of that name is there already. */
    boolean create(HasMetadata object) throws RuntimeFailure {
        try {
            calls.call(
                    "POST " + object.getKind(),
                    () -> client.resource(object).inNamespace(namespace).create());
            return true;
        } catch (RuntimeFailure e) {
            if (isStatus(e, Calls.CONFLICT)) {
                return false;
            }
            throw e;
        }
    }

    void patchJob(String name, String merge) throws RuntimeFailure {
        patch("job", merge, from -> job(from, name));
    }

    void patchDeployment(String name, String merge) throws RuntimeFailure {
        patch("deployment", merge, from -> deployment(from, name));
    }

    void patchPod(String name, String merge) throws RuntimeFailure {
        patch("pod", merge, from -> from.pods().inNamespace(namespace).withName(name));
    }

    /** What is gone meanwhile needs no change. */
    private void patch(String what, String merge, Function<KubernetesClient, Resource<?>> found) throws RuntimeFailure {
        try {
            calls.call("PATCH " + what, () -> found.apply(client).patch(PatchContext.of(PatchType.JSON_MERGE), merge));
        } catch (RuntimeFailure e) {
            if (!isStatus(e, Calls.NOT_FOUND)) {
                throw e;
            }
        }
    }

    void deleteJob(String name) throws RuntimeFailure {
        delete("job", from -> job(from, name));
    }

    void deleteDeployment(String name) throws RuntimeFailure {
        delete("deployment", from -> deployment(from, name));
    }

    void deleteService(String name) throws RuntimeFailure {
        delete("service", from -> service(from, name));
    }

    /** With all that belongs to it; what is not there is ignored. */
    private void delete(String what, Function<KubernetesClient, Resource<?>> found) throws RuntimeFailure {
        calls.call(
                "DELETE " + what,
                () -> found.apply(client)
                        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }

    /**
     * The beginning of what a container has printed.
     *
     * @param reading what becomes of it; it is called in another thread
     * @return empty where the cluster keeps no log: not begun, or gone
     */
    <T> Optional<T> log(String pod, long most, Function<InputStream, T> reading) throws RuntimeFailure {
        URI uri = URI.create(client.getMasterUrl() + "api/v1/namespaces/" + namespace + "/pods/" + pod
                + "/log?container=" + PodTemplates.CONTAINER + "&limitBytes=" + most);
        return calls.call("GET log", () -> new LogAnswer<>(client.getHttpClient(), uri, reading).read());
    }

    private Resource<Job> job(KubernetesClient from, String name) {
        return from.batch().v1().jobs().inNamespace(namespace).withName(name);
    }

    private Resource<Deployment> deployment(KubernetesClient from, String name) {
        return from.apps().deployments().inNamespace(namespace).withName(name);
    }

    private Resource<Service> service(KubernetesClient from, String name) {
        return from.services().inNamespace(namespace).withName(name);
    }

    private static boolean isStatus(RuntimeFailure failure, int status) {
        return failure.getCause() instanceof io.fabric8.kubernetes.client.KubernetesClientException answered
                && answered.getCode() == status;
    }
}
