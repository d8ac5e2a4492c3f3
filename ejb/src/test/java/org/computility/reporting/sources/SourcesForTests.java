package org.computility.reporting.sources;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.trading.MarketForTests;

/** Sources over a test database, and centers and compute that are registered. */
public final class SourcesForTests {

    public final Map<String, CenterFacts> centers = new TreeMap<>();
    public final Map<String, NodeView> nodes = new TreeMap<>();

    public final CenterDirectory directory = new CenterDirectory() {
        @Override
        public Optional<CenterFacts> center(String id) {
            return Optional.ofNullable(centers.get(id));
        }
    };

    /** A center that never answered. */
    public void register(String center) {
        centers.put(center, new CenterFacts(center, "Center " + center, null, false, "not asked", null, null));
    }

    /** A compute that is online. */
    public void registerCompute(String code) {
        nodes.put(code, new NodeView(code, "GPU", "10.0.0.1", 80, true, true, null, Instant.EPOCH, Instant.EPOCH));
    }

    public CenterSources over(MarketForTests database) {
        CenterSources sources = new CenterSources();
        sources.sources = new ReportedSources_(database.sessions.current());
        sources.centers = ReportedCentersForTests.over(database);
        sources.directory = directory;
        sources.nodes = new ComputeNodes() {
            @Override
            public Optional<NodeView> find(String code) {
                return Optional.ofNullable(nodes.get(code));
            }
        };
        sources.caller = database.caller;
        return sources;
    }
}
