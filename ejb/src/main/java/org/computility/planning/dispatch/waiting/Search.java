package org.computility.planning.dispatch.waiting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the smallest changes that admit an instance: some that concern it alone, together with some at one place. One place is enough for one
 * instance: what is done at others besides is never smaller than a stream of its own.
 */
final class Search {

    static final int MOST = 5;

    private final Situation now;
    private final Map<String, List<Spot>> nodes;
    private final Map<List<Step>, Turn> turns = new HashMap<>();

    Search(Situation now) {
        this.now = now;
        nodes = now.spots().stream().collect(Collectors.groupingBy(Spot::computeCode));
    }

    /** Steps at one place; none: what concerns the instance alone. */
    private record There(String computeCode, List<Step> steps) {

        static final There NOWHERE = new There(null, List.of());

        There(String computeCode, List<Step> steps) {
            this.computeCode = computeCode;
            this.steps = new Change(steps).steps();
        }

        List<Step.Kind> kinds() {
            return steps.stream().map(Step::kind).toList();
        }
    }

    /** The smallest of all first, then the smallest of each other combination of kinds. */
    List<Change> changes() {
        Map<List<Step.Kind>, List<There>> places = places();
        Map<List<Step.Kind>, List<List<Step>>> own = ownSteps();
        record Kinds(List<Step.Kind> own, List<Step.Kind> there) {
            List<Step.Kind> all() {
                return Stream.concat(own.stream(), there.stream()).toList();
            }
        }
        return own.keySet().stream()
                .flatMap(mine -> places.keySet().stream().map(there -> new Kinds(mine, there)))
                .filter(kinds -> !kinds.all().isEmpty())
                .sorted(Comparator.comparing(Kinds::all, Change.FEWER))
                .map(kinds -> smallest(own.get(kinds.own()), places.get(kinds.there())))
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }

    /** Both by their size. */
    private Optional<Change> smallest(List<List<Step>> own, List<There> places) {
        return own.stream()
                .flatMap(steps -> places.stream()
                        .filter(there -> admits(steps, there))
                        .map(there -> new Change(Stream.concat(steps.stream(), there.steps().stream())
                                .toList())))
                .findFirst();
    }

    private boolean admits(List<Step> own, There there) {
        Waiter me = new Change(own).on(now).me();
        Turn turn = turns.computeIfAbsent(own, steps -> new Turn(now, me));
        List<Spot> before = nodes.getOrDefault(there.computeCode(), List.of());
        List<Spot> after = new Change(there.steps())
                .on(new Situation(now.at(), me, List.of(), before))
                .spots();
        return after.stream().anyMatch(spot -> spot.keepsFor(me))
                || turn.startsWith(IntStream.range(0, after.size())
                        .filter(i -> i >= before.size() || !before.get(i).isOpen())
                        .mapToObj(after::get)
                        .filter(Spot::isOpen)
                        .toList());
    }

    /** By their kinds; of the same kinds, in the order of their words. */
    private Map<List<Step.Kind>, List<There>> places() {
        Map<String, There> all = new TreeMap<>();
        for (Spot spot : now.spots()) {
            for (List<Step> steps : stepsAt(spot)) {
                There there = new There(spot.computeCode(), steps);
                all.put(there.steps().toString(), there);
            }
        }
        Map<List<Step.Kind>, List<There>> byKinds = all.values().stream().collect(Collectors.groupingBy(There::kinds));
        byKinds.put(List.of(), List.of(There.NOWHERE));
        return byKinds;
    }

    /** By their kinds; the lower priority first. */
    private Map<List<Step.Kind>, List<List<Step>>> ownSteps() {
        Waiter me = now.me();
        Set<List<Step>> all = new LinkedHashSet<>();
        for (int priority = me.priority(); priority <= Waiter.HIGHEST; priority++) {
            List<Step> steps = priority == me.priority() ? List.of() : List.of(new Step.Priority(priority));
            all.add(steps);
            if (me.pinned() != null) {
                all.add(Stream.concat(Stream.of(new Step.AnyService()), steps.stream())
                        .toList());
            }
        }
        return all.stream()
                .collect(Collectors.groupingBy(
                        steps -> steps.stream().map(Step::kind).toList()));
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
}
