package org.computility.compute.monitoring;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.compute.ComputeConfig;
import org.computility.connector.accelerator.AcceleratorConnection;

/** Asks many nodes for their figures at once. An answer serves everybody who asks within the next two seconds. */
@ApplicationScoped
public class LiveFigures {

    private static final Logger LOG = Logger.getLogger(LiveFigures.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Accelerators accelerators;

    private final Duration patience = ComputeConfig.current().inspectionTimeout();
    private final AsyncCache<String, List<JsonObject>> answers =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(50_000).buildAsync();

    /** What became of asking: all answers that came in time, and which of them are new. */
    public record Answers(Map<String, List<JsonObject>> all, Map<String, List<JsonObject>> fresh) {}

    /** Asks the nodes in parallel; a node that does not answer in time is missing from the answer. */
    public Answers ask(List<String> codes) {
        Map<String, List<JsonObject>> fresh = new ConcurrentHashMap<>();
        Map<String, CompletableFuture<List<JsonObject>>> asked = new HashMap<>();
        for (String code : codes) {
            CompletableFuture<List<JsonObject>> answer = answers.get(
                    code, (key, unused) -> CompletableFuture.supplyAsync(() -> inspect(key, fresh), executor));
            // A copy, since others wait for the same answer with time-outs of their own.
            asked.put(code, answer.copy().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS));
        }
        Map<String, List<JsonObject>> all = new HashMap<>();
        asked.forEach((code, answer) -> {
            List<JsonObject> figures =
                    answer.exceptionally(failure -> missing(code, failure)).join();
            if (figures != null) {
                all.put(code, figures);
            }
        });
        return new Answers(all, Map.copyOf(fresh));
    }

    private List<JsonObject> inspect(String code, Map<String, List<JsonObject>> fresh) {
        List<JsonObject> figures = accelerators.call(code, AcceleratorConnection::inspect);
        fresh.put(code, figures);
        return figures;
    }

    private static List<JsonObject> missing(String code, Throwable failure) {
        LOG.log(Level.FINE, "No figures of compute " + code, failure);
        return null;
    }
}
