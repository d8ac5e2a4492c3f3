package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Place;

/** What {@link WhyWaiting} tells, found by carrying out every change in full, and every turn of the future with all places. */
final class SlowWaiting {

    private static final int MOST = 5;

    private SlowWaiting() {}

    static List<Change> changes(Situation now) {
        Map<List<Step.Kind>, Change> smallest = new LinkedHashMap<>();
        candidates(now).stream()
                .sorted(Change.SMALLER)
                .filter(change -> !smallest.containsKey(change.kinds()) && smallest.size() < MOST)
                .filter(change -> change.on(now).starts())
                .forEach(change -> smallest.put(change.kinds(), change));
        return List.copyOf(smallest.values());
    }

    static Instant start(Situation now) {
        Situation then = now;
        Instant last = Instant.MIN;
        List<Instant> ends = now.spots().stream()
                .flatMap(spot -> spot.ends().stream())
                .map(end -> end.isBefore(now.at()) ? now.at() : end)
                .distinct()
                .sorted()
                .toList();
        for (Instant end : ends) {
            then = after(then, last, end);
            if (then.starts()) {
                return end;
            }
            last = end;
        }
        return null;
    }

    private static Set<Change> candidates(Situation now) {
        List<List<Step>> there = new ArrayList<>(List.of(List.of()));
        for (Spot spot : now.spots()) {
            List<Step> opens = new ArrayList<>();
            if (!spot.online() || !spot.answers()) {
                opens.add(new Step.Answers(spot.computeCode()));
                there.add(List.copyOf(opens));
            }
            if (spot.isBare()) {
                opens.add(new Step.Load(spot.computeCode()));
                there.add(List.copyOf(opens));
            } else if (!spot.running()) {
                opens.add(new Step.Run(spot.serviceId()));
                there.add(List.copyOf(opens));
            }
            if (spot.serviceId() != null) {
                opens.add(new Step.Stream(spot.serviceId()));
                there.add(List.copyOf(opens));
            }
        }
        Set<Change> all = new HashSet<>();
        for (List<Step> own : ownSteps(now.me())) {
            there.forEach(steps -> all.add(
                    new Change(Stream.concat(own.stream(), steps.stream()).toList())));
        }
        all.remove(new Change(List.of()));
        return all;
    }

    private static List<List<Step>> ownSteps(Waiter me) {
        List<List<Step>> all = new ArrayList<>(List.of(List.of(), List.of(new Step.AnyService())));
        for (int priority = me.priority() + 1; priority <= Waiter.HIGHEST; priority++) {
            all.add(List.of(new Step.Priority(priority)));
            all.add(List.of(new Step.Priority(priority), new Step.AnyService()));
        }
        if (me.pinned() == null) {
            all.removeIf(steps -> steps.contains(new Step.AnyService()));
        }
        return all;
    }

    private static Situation after(Situation before, Instant last, Instant until) {
        Map<UUID, Place> given = before.given();
        return new Situation(
                before.at(),
                before.me(),
                before.others().stream()
                        .filter(other -> !given.containsKey(other.id()))
                        .toList(),
                before.spots().stream()
                        .map(spot ->
                                spot.having(spot.taken() + came(given, spot) - ended(spot, before.at(), last, until)))
                        .toList());
    }

    private static long came(Map<UUID, Place> given, Spot spot) {
        return given.values().stream()
                .filter(place -> spot.serviceId() != null && spot.serviceId().equals(place.serviceId()))
                .count();
    }

    private static long ended(Spot spot, Instant now, Instant last, Instant until) {
        return spot.ends().stream()
                .map(end -> end.isBefore(now) ? now : end)
                .filter(end -> end.isAfter(last) && !end.isAfter(until))
                .count();
    }
}
