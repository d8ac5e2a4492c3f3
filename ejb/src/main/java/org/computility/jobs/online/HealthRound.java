package org.computility.jobs.online;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.jobs.register.ServiceTasks;
import org.computility.jobs.register.ServiceTasks.Replica;

/**
 * Asks all replicas at once whether they serve. A replica serves when it answers below 400; it serves no more when it did not
 * answer so twice in a row.
 */
final class HealthRound {

    private static final Logger LOG = Logger.getLogger(HealthRound.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int FAILED = 400;
    private static final int MOST_FAILURES = 2;

    private final ServiceTasks tasks;
    private final Centers centers;
    private final HttpClient http;
    private final Map<String, Integer> failures = new HashMap<>();

    /** How a center is reached. */
    interface Centers {
        JobConnection open(String centerId) throws RuntimeFailure;

        /** Whether the platform may call what a center names. */
        boolean admits(String centerId, ServiceEndpoint endpoint);
    }

    HealthRound(ServiceTasks tasks, Centers centers) {
        this.tasks = tasks;
        this.centers = centers;
        // A redirection is an answer, wherever it leads.
        http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** One round. */
    void look() {
        List<Replica> before = tasks.running();
        failures.keySet().retainAll(before.stream().map(Replica::runtimeId).collect(Collectors.toSet()));
        Map<Replica, CompletableFuture<Boolean>> answers = new HashMap<>();
        for (Replica replica : located(before)) {
            answers.put(replica, replica.endpoint() == null ? CompletableFuture.completedFuture(false) : ask(replica));
        }
        Map<UUID, List<Replica>> changed = new HashMap<>();
        answers.forEach((replica, answer) -> {
            Replica now = replica.as(replica.endpoint(), isServing(replica, answer.join()));
            if (!before.contains(now)) {
                changed.computeIfAbsent(replica.jobId(), job -> new ArrayList<>())
                        .add(now);
            }
        });
        changed.forEach(tasks::seen);
    }

    private boolean isServing(Replica replica, boolean answers) {
        int failed = answers ? 0 : failures.getOrDefault(replica.runtimeId(), 0) + 1;
        failures.put(replica.runtimeId(), failed);
        return answers || replica.serving() && failed < MOST_FAILURES;
    }

    /** With their endpoints, where their centers tell them. */
    private List<Replica> located(List<Replica> replicas) {
        List<Replica> located = new ArrayList<>();
        Map<String, List<Replica>> unknown = new HashMap<>();
        for (Replica replica : replicas) {
            if (replica.endpoint() == null) {
                unknown.computeIfAbsent(replica.centerId(), center -> new ArrayList<>())
                        .add(replica);
            } else {
                located.add(replica);
            }
        }
        unknown.forEach((centerId, theirs) -> located.addAll(locate(centerId, theirs)));
        return located;
    }

    private List<Replica> locate(String centerId, List<Replica> replicas) {
        List<Replica> located = new ArrayList<>();
        try (JobConnection center = centers.open(centerId)) {
            for (Replica replica : replicas) {
                String endpoint = center.endpoint(replica.runtimeId())
                        .filter(door -> isAdmitted(centerId, door))
                        .map(HealthRound::text)
                        .orElse(null);
                located.add(replica.as(endpoint, false));
            }
        } catch (RuntimeFailure e) {
            LOG.log(Level.INFO, "Center {0} does not tell where its services are: {1}", new Object[] {
                centerId, e.getMessage()
            });
        }
        return located;
    }

    private boolean isAdmitted(String centerId, ServiceEndpoint door) {
        boolean admitted = centers.admits(centerId, door);
        if (!admitted) {
            LOG.log(
                    Level.WARNING,
                    "Center {0} names {1} for a service; COMPUTILITY_OUTBOUND_ALLOW does not list that address.",
                    new Object[] {centerId, text(door)});
        }
        return admitted;
    }

    private static String text(ServiceEndpoint endpoint) {
        return endpoint.host() + ":" + endpoint.port();
    }

    private CompletableFuture<Boolean> ask(Replica replica) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + replica.endpoint() + replica.healthPath()))
                .timeout(PATIENCE)
                .header("User-Agent", "computility-health")
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() < FAILED);
    }
}
