package org.computility.compute.monitoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.algopackage.Accelerators;

/**
 * Warns of nodes with accelerators that T/BAX 0006.5 Annex H does not list, or that are spelt otherwise: no package that
 * names the annex's identifier goes there. Once a day for each, since nodes are asked every few seconds.
 */
@ApplicationScoped
class UnlistedCards {

    private static final Logger LOG = Logger.getLogger(UnlistedCards.class.getName());
    private static final int LONGEST_SHOWN = 64;

    private final Cache<String, Boolean> warned = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofDays(1))
            .maximumSize(10_000)
            .build();

    /** What kinds of cards this node told of just now. */
    void hear(String code, Set<String> types) {
        for (String type : newAmong(code, types)) {
            LOG.log(Level.WARNING, "Compute {0} has {1}: not in annex H of T/BAX 0006.5", new Object[] {code, type});
        }
    }

    /** The kinds beside the annex that this node has not been heard of with since yesterday. */
    List<String> newAmong(String code, Set<String> types) {
        return Accelerators.unlisted(types).stream()
                .map(type -> type.substring(0, Math.min(type.length(), LONGEST_SHOWN)))
                .filter(type -> warned.asMap().putIfAbsent(code + " " + type, true) == null)
                .toList();
    }
}
