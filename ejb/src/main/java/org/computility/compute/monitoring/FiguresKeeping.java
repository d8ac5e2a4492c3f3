package org.computility.compute.monitoring;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what nodes say of themselves, for when they no longer answer. */
@Stateless
public class FiguresKeeping {

    @Inject
    private Figures figures;

    @Inject
    private Clock clock;

    /** Keeps what was told just now; nodes that left meanwhile are skipped. */
    public void keep(Map<String, List<JsonObject>> fresh) {
        figures.keep(fresh, clock.instant());
    }

    /** What those nodes last told, where they ever told anything. */
    public Map<String, List<JsonObject>> last(List<String> codes) {
        Map<String, List<JsonObject>> found = new HashMap<>();
        figures.last(codes.toArray(new String[0])).forEach(kept -> found.put(kept.code(), kept.machines()));
        return found;
    }
}
