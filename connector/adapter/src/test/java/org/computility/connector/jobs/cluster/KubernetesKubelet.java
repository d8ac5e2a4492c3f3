package org.computility.connector.jobs.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for the controllers and the one node of a {@link KubernetesCluster}: it runs the pods' commands as processes of this
 * machine, in folders of their own, without any container around them, and opens the port of a Service where its pod listens.
 */
public final class KubernetesKubelet implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(KubernetesKubelet.class.getName());
    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|\\(([^)]*)\\))");
    private static final long MILLIS = 200;
    private static final long ENDED_BY_FORCE = 137;

    private final KubernetesCluster cluster;
    private final KubernetesClient client;
    private final Path folder;
    private final String node;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    private record Running(Process process, Instant since, Path log) {}

    /** @param folder for the pods' folders */
    public KubernetesKubelet(KubernetesCluster cluster, String node, Path folder) {
        this.cluster = cluster;
        this.client = cluster.client();
        this.node = node;
        this.folder = folder;
        timer.scheduleWithFixedDelay(this::look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            client.batch()
                    .v1()
                    .jobs()
                    .inNamespace(KubernetesCluster.NAMESPACE)
                    .list()
                    .getItems()
                    .forEach(this::control);
            client.apps()
                    .deployments()
                    .inNamespace(KubernetesCluster.NAMESPACE)
                    .list()
                    .getItems()
                    .forEach(this::control);
            client.services()
                    .inNamespace(KubernetesCluster.NAMESPACE)
                    .list()
                    .getItems()
                    .forEach(this::open);
            for (Pod pod : client.pods()
                    .inNamespace(KubernetesCluster.NAMESPACE)
                    .list()
                    .getItems()) {
                tend(pod);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The stand-in of a node stumbled; again in a moment.");
        }
    }

    private void control(Job job) {
        if (job.getSpec().getParallelism() > 0
                && podsOf(job.getMetadata().getName()).isEmpty()) {
            cluster.makePod(job.getMetadata(), job.getSpec().getTemplate(), node);
        }
    }

    private void control(Deployment deployment) {
        List<Pod> pods = podsOf(deployment.getMetadata().getName());
        if (deployment.getSpec().getReplicas() == 0) {
            pods.forEach(this::remove);
        } else if (pods.isEmpty()) {
            cluster.makePod(deployment.getMetadata(), deployment.getSpec().getTemplate(), node);
        }
    }

    private List<Pod> podsOf(String owner) {
        return client.pods().inNamespace(KubernetesCluster.NAMESPACE).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getName().startsWith(owner + "-"))
                .toList();
    }

    private void remove(Pod pod) {
        Running known = running.remove(pod.getMetadata().getName());
        if (known != null) {
            end(known.process());
        }
        client.pods()
                .inNamespace(KubernetesCluster.NAMESPACE)
                .withName(pod.getMetadata().getName())
                .delete();
    }

    private void open(Service service) {
        if (service.getSpec().getPorts().get(0).getNodePort() == null) {
            client.services()
                    .inNamespace(KubernetesCluster.NAMESPACE)
                    .withName(service.getMetadata().getName())
                    .edit(known -> {
                        known.getSpec()
                                .getPorts()
                                .get(0)
                                .setNodePort(known.getSpec().getPorts().get(0).getPort());
                        return known;
                    });
        }
    }

    private void tend(Pod pod) throws IOException {
        String name = pod.getMetadata().getName();
        String phase = pod.getStatus().getPhase();
        Running known = running.get(name);
        if (phase.equals("Pending") && known == null) {
            running.put(name, begin(pod.getSpec().getContainers().get(0), name));
            cluster.tells(name, status("Running", null, running.get(name), null));
        } else if (phase.equals("Running") && known != null) {
            follow(pod, known);
        }
    }

    private void follow(Pod pod, Running known) throws IOException {
        String name = pod.getMetadata().getName();
        cluster.prints(name, Files.readAllBytes(known.log()));
        boolean forced = Long.valueOf(1).equals(pod.getSpec().getActiveDeadlineSeconds());
        if (known.process().isAlive() && !forced) {
            return;
        }
        end(known.process());
        cluster.prints(name, Files.readAllBytes(known.log()));
        long exit = forced ? ENDED_BY_FORCE : known.process().exitValue();
        running.remove(name);
        cluster.tells(name, status(exit == 0 ? "Succeeded" : "Failed", forced ? "DeadlineExceeded" : null, known, (int)
                exit));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private Running begin(Container container, String pod) throws IOException {
        Path work = Files.createDirectories(folder.resolve(pod));
        Path log = folder.resolve(pod + ".log");
        Map<String, String> environment = new HashMap<>();
        container.getEnv().forEach(each -> environment.put(each.getName(), plain(each.getValue(), environment)));
        ProcessBuilder program = new ProcessBuilder(container.getCommand().stream()
                        .map(word -> plain(word, environment))
                        .toList())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        program.environment().putAll(environment);
        program.environment().put("HOME", work.toString());
        return new Running(program.start(), Instant.now().truncatedTo(ChronoUnit.SECONDS), log);
    }

    /** As a kubelet does: two dollar signs are one, a variable that is not known stays as it is written. */
    static String plain(String word, Map<String, String> environment) {
        return REFERENCE
                .matcher(word)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "$" : environment.getOrDefault(found.group(1), found.group())));
    }

    private static PodStatus status(String phase, String reason, Running program, Integer exit) {
        PodStatusBuilder status =
                new PodStatusBuilder().withPhase(phase).withReason(reason).withHostIP("127.0.0.1");
        return exit == null
                ? status.addNewContainerStatus()
                        .withName("job")
                        .withRestartCount(0)
                        .withNewState()
                        .withNewRunning(program.since().toString())
                        .endState()
                        .endContainerStatus()
                        .build()
                : status.addNewContainerStatus()
                        .withName("job")
                        .withRestartCount(0)
                        .withNewState()
                        .withNewTerminated()
                        .withExitCode(exit)
                        .withStartedAt(program.since().toString())
                        .withFinishedAt(
                                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                        .endTerminated()
                        .endState()
                        .endContainerStatus()
                        .build();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        running.values().forEach(each -> end(each.process()));
    }
}
