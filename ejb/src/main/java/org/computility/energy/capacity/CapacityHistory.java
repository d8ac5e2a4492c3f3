package org.computility.energy.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What some centers had, and when. Before the first note of a center, it is taken to have had what the note says. */
public final class CapacityHistory {

    private final Collection<TreeMap<Instant, Capacity>> centers;

    CapacityHistory(List<CapacityNote> notes) {
        Map<String, TreeMap<Instant, Capacity>> all = new TreeMap<>();
        notes.forEach(note -> all.computeIfAbsent(note.centerId(), center -> new TreeMap<>())
                .put(note.since(), new Capacity(note.cores(), note.accelerators())));
        centers = all.values();
    }

    /** All of them together at that moment. */
    public Capacity at(Instant moment) {
        return centers.stream().map(notes -> at(notes, moment)).reduce(Capacity.NONE, Capacity::plus);
    }

    private static Capacity at(TreeMap<Instant, Capacity> notes, Instant moment) {
        Map.Entry<Instant, Capacity> there = notes.floorEntry(moment);
        return there == null ? notes.firstEntry().getValue() : there.getValue();
    }
}
