package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Spread;

/**
 * Turns of the future, one at each end of a task, as if nothing new came. After a turn, what still has room suits nobody who still waits; so the next one looks
 * only at what has ended since.
 */
final class Ahead {

    private final Situation now;
    /** Who waits, by what would suit; the first of each in front. */
    private final Map<Kind, Deque<Waiter>> waiting = new HashMap<>();

    private final Map<Spot, Long> taken = new IdentityHashMap<>();

    /** Those of a kind are suited by the same services. */
    private record Kind(String algoDefCode, UUID pinned) {}

    Ahead(Situation now) {
        this.now = now;
    }

    /** When the instance starts, which does not start now; null: nobody can tell. */
    Instant start() {
        Map<UUID, Place> given = now.given();
        Map<List<Object>, Long> came = new HashMap<>();
        given.values().forEach(place -> came.merge(at(place), 1L, Long::sum));
        Stream.concat(now.others().stream(), Stream.of(now.me()))
                .filter(waiter -> !given.containsKey(waiter.id()))
                .sorted(Waiter.ORDER)
                .forEach(waiter -> waiting.computeIfAbsent(
                                new Kind(waiter.algoDefCode(), waiter.pinned()), kind -> new ArrayDeque<>())
                        .add(waiter));
        SortedMap<Instant, List<Spot>> ends = new TreeMap<>();
        for (Spot spot : now.spots()) {
            taken.put(spot, spot.taken() + came.getOrDefault(at(spot.place()), 0L));
            spot.ends()
                    .forEach(end -> ends.computeIfAbsent(
                                    end.isBefore(now.at()) ? now.at() : end, moment -> new ArrayList<>())
                            .add(spot));
        }
        return ends.entrySet().stream()
                .filter(end -> turn(end.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether the turn after these ends, one for each task, gives the instance a place. */
    private boolean turn(List<Spot> ended) {
        ended.forEach(spot -> taken.merge(spot, -1L, Long::sum));
        Map<List<Object>, Spot> there = new HashMap<>();
        ended.stream()
                .filter(spot -> spot.isOpen() && taken.get(spot) < spot.slots())
                .forEach(spot -> there.put(at(spot.place()), spot));
        List<Place> places = there.values().stream()
                .map(spot -> spot.having(taken.get(spot)).place())
                .toList();
        Map<UUID, Place> given =
                Spread.over(first(there.values()).stream().map(Waiter::wish).toList(), places);
        given.values().forEach(place -> taken.merge(there.get(at(place)), 1L, Long::sum));
        waiting.values().forEach(queue -> {
            while (!queue.isEmpty() && given.containsKey(queue.peek().id())) {
                queue.poll();
            }
        });
        return given.containsKey(now.me().id());
    }

    /** Of each kind no more than there is room in all: only the first of a kind get places. */
    private List<Waiter> first(Collection<Spot> spots) {
        long room =
                spots.stream().mapToLong(spot -> spot.slots() - taken.get(spot)).sum();
        Set<Kind> kinds = new HashSet<>();
        for (Spot spot : spots) {
            for (String code : spot.algoDefCodes()) {
                kinds.add(new Kind(code, null));
                kinds.add(new Kind(code, spot.serviceId()));
            }
        }
        return kinds.stream()
                .flatMap(kind ->
                        waiting.getOrDefault(kind, new ArrayDeque<>()).stream().limit(room))
                .sorted(Waiter.ORDER)
                .toList();
    }

    private static List<Object> at(Place place) {
        return List.of(place.computeCode(), String.valueOf(place.serviceId()));
    }
}
