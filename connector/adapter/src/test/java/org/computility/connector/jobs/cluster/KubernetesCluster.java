package org.computility.connector.jobs.cluster;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API server of a cluster that keeps what it is given. It has neither controllers nor nodes: a test says what they would do,
 * or has a {@link KubernetesKubelet} do it.
 */
public final class KubernetesCluster implements AutoCloseable {

    public static final String NAMESPACE = "jobs";

    private static final int MOST_MILLIS = 120_000;

    private static final Pattern LOG = Pattern.compile(".*/pods/([^/]+)/log\\?.*limitBytes=(\\d+).*");

    private static final Pattern ONE_OF = Pattern.compile("\\?labelSelector=[^&]*%20in%20%28[^&]*$");

    /** Each request is told otherwise. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    private final KubernetesMockServer server;
    private final KubernetesClient client;
    private final Map<String, byte[]> logs = new ConcurrentHashMap<>();
    private final AtomicInteger pods = new AtomicInteger();
    private volatile Function<RecordedRequest, MockResponse> first = request -> null;

    public KubernetesCluster() {
        REQUESTS.setLevel(Level.WARNING);
        KubernetesCrudDispatcher keeping = new KubernetesCrudDispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse answer = first.apply(request);
                Matcher log = LOG.matcher(request.getPath());
                if (answer != null) {
                    return answer;
                }
                return log.matches() ? log(log.group(1), Long.parseLong(log.group(2))) : super.dispatch(request);
            }

            // The mock takes the third name of three for a label that must be there, and finds nothing.
            @Override
            public MockResponse handleGet(String path) {
                return super.handleGet(ONE_OF.matcher(path).replaceFirst(""));
            }
        };
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), keeping, false);
        server.init(InetAddress.getLoopbackAddress(), 0);
        // A request that is repeated because a busy machine answers late finds its own work done.
        client = server.createClient(builder -> builder.withHttpClientFactory(new JdkHttpClientFactory())
                .editOrNewConfig()
                .withRequestTimeout(MOST_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .endConfig());
    }

    /** How the cluster is registered as a center. */
    public String location() {
        return "kubernetes:http://127.0.0.1:" + server.getPort() + "?namespace=" + NAMESPACE;
    }

    public KubernetesClient client() {
        return client;
    }

    /** What is answered before anything is kept; null where the request goes on. */
    public void answers(Function<RecordedRequest, MockResponse> answers) {
        first = answers;
    }

    /** A node that takes pods. */
    public NodeBuilder node(String name, int cores, String memory, Map<String, Quantity> others) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withAllocatable(others)
                .addToAllocatable("cpu", new Quantity(Integer.toString(cores)))
                .addToAllocatable("memory", new Quantity(memory))
                .withNewNodeInfo()
                .withArchitecture("amd64")
                .endNodeInfo()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus();
    }

    public void add(NodeBuilder node) {
        client.nodes().resource(node.build()).create();
    }

    /** The pod that a controller makes from that template. */
    public Pod makePod(ObjectMeta owner, PodTemplateSpec template, String node) {
        Pod pod = new PodBuilder()
                .withNewMetadataLike(template.getMetadata())
                .withName(owner.getName() + "-" + pods.incrementAndGet())
                .endMetadata()
                .withNewSpecLike(template.getSpec())
                .withNodeName(node)
                .endSpec()
                .withNewStatus()
                .withPhase("Pending")
                .endStatus()
                .build();
        return client.pods().inNamespace(NAMESPACE).resource(pod).create();
    }

    /** What a node tells of its pod. */
    public void tells(String pod, PodStatus status) {
        client.pods()
                .inNamespace(NAMESPACE)
                .withName(pod)
                .edit(known -> new PodBuilder(known).withStatus(status).build());
    }

    public void prints(String pod, byte[] log) {
        logs.put(pod, log);
    }

    private MockResponse log(String pod, long most) {
        byte[] log = logs.get(pod);
        if (log == null) {
            return new MockResponse().setResponseCode(400).setBody("{\"kind\":\"Status\",\"code\":400}");
        }
        return new MockResponse().setResponseCode(200).setBody(Arrays.copyOf(log, (int) Math.min(most, log.length)));
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
