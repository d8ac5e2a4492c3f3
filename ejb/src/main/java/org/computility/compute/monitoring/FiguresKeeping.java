package org.computility.compute.monitoring;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what nodes say of themselves, for when they no longer answer. */
@Stateless
public class FiguresKeeping {

    @Inject
    private Figures figures;

    @Inject
    private UnlistedCards unlisted;

    @Inject
    private Clock clock;

    /** Keeps what was told just now; nodes that left meanwhile are skipped. */
    public void keep(Map<String, List<JsonObject>> fresh) {
        figures.keep(fresh, clock.instant());
        fresh.forEach((code, machines) -> unlisted.hear(code, ComputeMonitoring.cards(machines)));
    }

    /**
     * The kinds of accelerators beside the listed ones that nodes last told of, in the order of their identifiers, at
     * most a thousand.
     *
     * @param organisationId whose nodes; null: every organisation's
     */
    public List<ToldAccelerator> acceleratorsBeside(Collection<String> listed, UUID organisationId) {
        return figures.acceleratorsBeside(listed.toArray(new String[0]), organisationId);
    }

    /** What those nodes last told, where they ever told anything. */
    public Map<String, List<JsonObject>> last(List<String> codes) {
        Map<String, List<JsonObject>> found = new HashMap<>();
        figures.last(codes.toArray(new String[0])).forEach(kept -> found.put(kept.code(), kept.machines()));
        return found;
    }

    /** The services that those nodes last told of, whoever owns them, for callers that know who may see which. */
    public List<ToldService> services(Collection<String> codes) {
        return figures.last(codes.toArray(String[]::new)).stream()
                .flatMap(ToldMachines::services)
                .toList();
    }
}
