package org.computility.reporting.merges;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which centers count as one; for the platform itself, whoever asks. A point of knowledge says when. */
@Stateless
public class MergedCenters {

    /** Behind all points: as it is now. */
    public static final long NOW = Long.MAX_VALUE;

    @Inject
    CenterMerges merges;

    /** Whether any center counts as another. */
    public boolean any(long knownOn) {
        return merges.any(knownOn);
    }

    /** As which center those of these that are merged count; the others are left out. */
    public Map<Integer, Integer> into(Collection<Integer> ids, long knownOn) {
        return merges.merged(ids.toArray(Integer[]::new), knownOn).stream()
                .collect(Collectors.toMap(MergedCenter::mergedId, MergedCenter::keptId));
    }

    /** Which centers count as these; those that nobody counts as are left out. */
    public Map<Integer, List<Integer>> of(Collection<Integer> kept, long knownOn) {
        return merges.kept(kept.toArray(Integer[]::new), knownOn).stream()
                .collect(Collectors.groupingBy(
                        MergedCenter::keptId, Collectors.mapping(MergedCenter::mergedId, Collectors.toList())));
    }

    /** The center that counts for this one: itself, unless it is merged. */
    public int kept(int id, long knownOn) {
        return into(List.of(id), knownOn).getOrDefault(id, id);
    }

    /** All that count as the same center as this one, with itself, by their ids. */
    public Set<Integer> members(int id, long knownOn) {
        int kept = kept(id, knownOn);
        Set<Integer> members = new TreeSet<>(of(List.of(kept), knownOn).getOrDefault(kept, List.of()));
        members.add(kept);
        return members;
    }

    /** From that point on the one counts as the other. Callers have checked that neither counts as another, and hold the last point. */
    public void merge(int merged, int kept, long point, String by, Instant now) {
        merges.session().insert(CenterMerge.of(merged, kept, point, by, now));
    }

    /** From that point on it counts for itself again. */
    public void undo(int merged, long point, String by, Instant now) {
        CenterMerge merge =
                merges.now(merged).orElseThrow(() -> new IllegalStateException("center " + merged + " is not merged"));
        merge.undo(point, by, now);
        merges.session().update(merge);
    }
}
