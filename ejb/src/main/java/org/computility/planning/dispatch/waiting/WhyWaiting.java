package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.waiting.SpotReason.Constraint;

/** Explains why an instance waits. Without a database and without a clock. */
public final class WhyWaiting {

    private static final int MOST = 5;

    private WhyWaiting() {}

    /** What the next turn does with the instance, and why. */
    public static Explanation explain(Situation now) {
        boolean starts = now.starts();
        return new Explanation(starts, reasons(now), starts ? List.of() : changes(now), starts ? now.at() : start(now));
    }

    private static List<SpotReason> reasons(Situation now) {
        Map<UUID, Place> given = now.given();
        return now.spots().stream()
                .map(spot -> reason(spot, now, given))
                .sorted(Comparator.comparing(SpotReason::computeCode)
                        .thenComparing(reason -> String.valueOf(reason.serviceId())))
                .toList();
    }

    private static SpotReason reason(Spot spot, Situation now, Map<UUID, Place> given) {
        List<UUID> here = given.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(now.me().id()))
                .filter(entry -> Objects.equals(entry.getValue().serviceId(), spot.serviceId())
                        && entry.getValue().computeCode().equals(spot.computeCode()))
                .map(Map.Entry::getKey)
                .toList();
        Constraint constraint = constraint(spot, now.me(), here.size());
        return new SpotReason(
                spot.computeCode(),
                spot.serviceId(),
                constraint,
                spot.slots(),
                spot.taken(),
                constraint == Constraint.BEHIND ? here : List.of());
    }

    private static Constraint constraint(Spot spot, Waiter me, int before) {
        if (spot.isBare() || !spot.direct() && !spot.algoDefCodes().contains(me.algoDefCode())) {
            return Constraint.NO_SERVICE;
        } else if (!spot.suits(me)) {
            return Constraint.NOT_PINNED;
        } else if (!spot.online()) {
            return Constraint.OFFLINE;
        } else if (!spot.answers()) {
            return Constraint.AVOIDED;
        } else if (!spot.running()) {
            return Constraint.NOT_RUNNING;
        } else if (spot.taken() >= spot.slots()) {
            return Constraint.FULL;
        }
        return spot.taken() + before >= spot.slots() ? Constraint.BEHIND : Constraint.NONE;
    }

    /** One place is enough for one instance: what is done at others besides is never smaller than a stream of its own. */
    private static List<Change> changes(Situation now) {
        Map<List<Step.Kind>, Change> smallest = new LinkedHashMap<>();
        candidates(now).stream()
                .sorted(Change.SMALLER)
                .filter(change -> !smallest.containsKey(change.kinds()) && smallest.size() < MOST)
                .filter(change -> change.on(now).starts())
                .forEach(change -> smallest.put(change.kinds(), change));
        return List.copyOf(smallest.values());
    }

    private static Set<Change> candidates(Situation now) {
        Set<Change> all = new HashSet<>();
        for (List<Step> own : ownSteps(now.me())) {
            if (!own.isEmpty()) {
                all.add(new Change(own));
            }
            for (Spot spot : now.spots()) {
                for (List<Step> there : stepsAt(spot)) {
                    List<Step> both = new ArrayList<>(own);
                    both.addAll(there);
                    all.add(new Change(both));
                }
            }
        }
        return all;
    }

    private static List<List<Step>> ownSteps(Waiter me) {
        List<List<Step>> all = new ArrayList<>();
        for (int priority = me.priority(); priority <= Waiter.HIGHEST; priority++) {
            List<Step> steps = priority == me.priority() ? List.of() : List.of(new Step.Priority(priority));
            all.add(steps);
            if (me.pinned() != null) {
                List<Step> free = new ArrayList<>(steps);
                free.add(new Step.AnyService());
                all.add(free);
            }
        }
        return all;
    }

    /** What opens the place, and the same with a stream. */
    private static List<List<Step>> stepsAt(Spot spot) {
        List<List<Step>> all = new ArrayList<>();
        List<Step> opens = new ArrayList<>();
        if (!spot.online() || !spot.answers()) {
            opens.add(new Step.Answers(spot.computeCode()));
            all.add(List.copyOf(opens));
        }
        if (spot.isBare()) {
            opens.add(new Step.Load(spot.computeCode()));
        } else if (!spot.running()) {
            opens.add(new Step.Run(spot.serviceId()));
        }
        if (!opens.isEmpty()) {
            all.add(List.copyOf(opens));
        }
        if (spot.serviceId() != null) {
            opens.add(new Step.Stream(spot.serviceId()));
            all.add(opens);
        }
        return all;
    }

    /** Turns are run at each end of a task, as if nothing new came. */
    private static Instant start(Situation now) {
        Situation then = now;
        List<Instant> ends = now.spots().stream()
                .flatMap(spot -> spot.ends().stream())
                .map(end -> end.isBefore(now.at()) ? now.at() : end)
                .distinct()
                .sorted()
                .toList();
        Instant last = Instant.MIN;
        for (Instant end : ends) {
            then = after(then, last, end);
            if (then.starts()) {
                return end;
            }
            last = end;
        }
        return null;
    }

    /** Those before it keep what they were given, and what has ended is free. */
    private static Situation after(Situation before, Instant last, Instant until) {
        Map<UUID, Place> given = before.given();
        List<Waiter> left = before.others().stream()
                .filter(other -> !given.containsKey(other.id()))
                .toList();
        List<Spot> spots = before.spots().stream()
                .map(spot -> spot.having(spot.taken() + came(given, spot) - ended(spot, before.at(), last, until)))
                .toList();
        return new Situation(before.at(), before.me(), left, spots);
    }

    private static long came(Map<UUID, Place> given, Spot spot) {
        return spot.serviceId() == null
                ? 0
                : given.values().stream()
                        .filter(place -> spot.serviceId().equals(place.serviceId()))
                        .count();
    }

    private static long ended(Spot spot, Instant now, Instant last, Instant until) {
        return spot.ends().stream()
                .map(end -> end.isBefore(now) ? now : end)
                .filter(end -> end.isAfter(last) && !end.isAfter(until))
                .count();
    }
}
