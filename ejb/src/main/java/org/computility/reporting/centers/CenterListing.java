package org.computility.reporting.centers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.identity.CurrentCaller;
import org.computility.reporting.merges.MergedCenters;

/**
 * Computing centers as A.7 lists them. Whoever sees all sees each center once: one that is merged is answered by the one that stays.
 * An organisation sees what it reports, as it reports it, and what it counts as.
 */
@Stateless
public class CenterListing {

    @EJB
    ReportedCenterRegistry registry;

    @EJB
    ReportedCenterDirectory directory;

    @EJB
    MergedCenters merges;

    @Inject
    CurrentCaller caller;

    /** By their ids; null asks for nothing. */
    public List<ListedCenter> query(Integer id, String name) {
        List<ReportedCenterView> found = registry.query(id, name);
        Map<Integer, Integer> into =
                merges.into(found.stream().map(ReportedCenterView::id).toList(), MergedCenters.NOW);
        if (caller.get().scope() != null) {
            return found.stream()
                    .map(center -> new ListedCenter(center, List.of(), into.get(center.id())))
                    .toList();
        }
        // By their ids: one that stays may be found by itself, by the name of another, or by both.
        Map<Integer, ReportedCenterView> staying = new TreeMap<>(directory.some(into.values()));
        found.stream()
                .filter(center -> !into.containsKey(center.id()))
                .forEach(center -> staying.put(center.id(), center));
        Map<Integer, List<Integer>> merged = merges.of(staying.keySet(), MergedCenters.NOW);
        return staying.values().stream()
                .map(center -> new ListedCenter(center, merged.getOrDefault(center.id(), List.of()), null))
                .toList();
    }
}
