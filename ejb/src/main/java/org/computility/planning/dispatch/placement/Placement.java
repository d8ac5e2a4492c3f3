package org.computility.planning.dispatch.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.planning.quotas.Licences;

/**
 * What became of instances that wanted to start. A member of an inspection's group is postponed when the other members
 * took the room that it could have had: it comes first in the next group. So each group with a postponed member starts
 * at least one other, and every round ends. Where the group took nothing from it, a wait for the next group promises
 * nothing, and the reason is final for this round.
 */
public final class Placement {

    private final boolean ofGroup;
    private final List<Assignment> chosen = new ArrayList<>();
    private final Map<Wish, String> left = new HashMap<>();
    private final List<Wish> wantingRoom = new ArrayList<>();
    private final Set<Wish> missing = new HashSet<>();
    private final Map<Wish, String> postponed = new HashMap<>();

    private Placement(boolean ofGroup) {
        this.ofGroup = ofGroup;
    }

    /** For the members of an inspection's group. */
    public static Placement ofGroup() {
        return new Placement(true);
    }

    /** For instances that start by themselves. */
    public static Placement ofDue() {
        return new Placement(false);
    }

    /** The same where nothing is licensed. */
    public void place(List<Wish> wishes, List<Place> places) {
        place(wishes, Places.open(places), Licences.unlimited());
    }

    /** Gives these wishes, in their order, what room there is in these places, as far as licences admit them. */
    public void place(List<Wish> wishes, Places places, Licences licences) {
        Map<UUID, Place> spread = Spread.over(wishes, places.open(), licences);
        wantingRoom.addAll(Spread.wantingRoom(wishes, spread, licences));
        Set<String> started = new HashSet<>();
        for (Wish wish : wishes) {
            Place place = spread.get(wish.id());
            if (place != null) {
                chosen.add(new Assignment(wish, place.serviceId(), place.computeCode()));
                started.add(wish.algoDefCode());
            }
        }
        for (Wish wish : wishes) {
            if (!spread.containsKey(wish.id())) {
                Obstacle obstacle = Obstacle.of(wish, places, licences);
                boolean taken = obstacle == Obstacle.NO_LICENCE
                        ? started.contains(wish.algoDefCode())
                        : spread.values().stream().anyMatch(place -> place.suits(wish));
                boolean comesBack = obstacle == Obstacle.AVOIDED || obstacle == Obstacle.FULL_OR_AVOIDED;
                note(wish, outcome(wish, taken, comesBack), obstacle.words(wish, places, licences));
            }
        }
    }

    /**
     * A member that starts apart from its group waits for a node that is asked again soon, as long as the group lasts.
     *
     * @param taken whether others that start now took what it could have had
     * @param comesBack whether a place that suits it is merely avoided
     */
    private Outcome outcome(Wish wish, boolean taken, boolean comesBack) {
        if (ofGroup && taken) {
            return Outcome.POSTPONED;
        }
        return wish.inspective() && (ofGroup || !comesBack) ? Outcome.MISSED : Outcome.WAITS;
    }

    private void note(Wish wish, Outcome outcome, String words) {
        switch (outcome) {
            case POSTPONED -> postponed.put(wish, words + " It comes first in the next group.");
            case WAITS -> left.put(wish, words);
            case MISSED -> {
                left.put(wish, words);
                missing.add(wish);
            }
        }
    }

    /** Whether the instance, which has no place, has missed its round. */
    public boolean misses(Wish wish) {
        return missing.contains(wish);
    }

    /** Whether everybody has a place. */
    public boolean isWhole() {
        return left.isEmpty() && postponed.isEmpty();
    }

    /** The services that got instances. */
    public Set<UUID> services() {
        return byService().keySet();
    }

    /** Whether these places, the services that got instances, have room for all of them. */
    public boolean fits(List<Place> places) {
        Map<UUID, Place> byId = places.stream().collect(Collectors.toMap(Place::serviceId, Function.identity()));
        return byService().entrySet().stream()
                .allMatch(chosenThere -> byId.containsKey(chosenThere.getKey())
                        && byId.get(chosenThere.getKey()).free() >= chosenThere.getValue());
    }

    private Map<UUID, Long> byService() {
        return chosen.stream()
                .map(Assignment::serviceId)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The instances that have a place. */
    public List<Assignment> chosen() {
        return chosen;
    }

    /** The instances without one, and why. */
    public Map<Wish, String> left() {
        return left;
    }

    /** Of the instances without a place, those that a free stream of a suitable service would admit. */
    public List<Wish> wantingRoom() {
        return wantingRoom;
    }

    /** The instances that come first in the next group, and why. */
    public Map<Wish, String> postponed() {
        return postponed;
    }
}
