package org.computility.planning.dispatch.placement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where instances of one organisation can run.
 *
 * @param open the places that are given out
 * @param avoided the places where nothing is started for now, and why
 */
public record Places(List<Place> open, Map<Place, String> avoided) {

    /**
     * Parts the places.
     *
     * @param why by the node's code; empty: the node is not avoided
     */
    public static Places of(List<Place> all, Function<String, Optional<String>> why) {
        List<Place> open = new ArrayList<>();
        Map<Place, String> avoided = new LinkedHashMap<>();
        for (Place place : all) {
            Optional<String> reason = why.apply(place.computeCode());
            if (reason.isPresent()) {
                avoided.put(place, reason.get());
            } else {
                open.add(place);
            }
        }
        return new Places(open, avoided);
    }

    /** Where no node is avoided. */
    static Places open(List<Place> all) {
        return new Places(all, Map.of());
    }

    /** Whether a place that suits the instance is merely avoided. */
    boolean comesBack(Wish wish) {
        return avoided.keySet().stream().anyMatch(place -> place.suits(wish));
    }

    /** Why the instance, which is licensed, has no place. */
    String reason(Wish wish) {
        Optional<String> words = avoided.entrySet().stream()
                .filter(entry -> entry.getKey().suits(wish))
                .map(Map.Entry::getValue)
                .findFirst();
        if (words.isEmpty()) {
            return noRoom(wish);
        }
        boolean others = open.stream().anyMatch(place -> place.suits(wish));
        return others ? noRoom(wish) + " " + words.get() : words.get();
    }

    private static String noRoom(Wish wish) {
        return wish.pinnedService() == null
                ? "No running service of " + wish.algoDefCode() + " in this organisation has room."
                : "Service " + wish.pinnedService() + " does not run " + wish.algoDefCode() + " or has no room.";
    }
}
