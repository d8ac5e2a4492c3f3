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

    /** Whether a place that is given out suits the instance, whatever room it has. */
    boolean suits(Wish wish) {
        return open.stream().anyMatch(place -> place.suits(wish));
    }

    /** Why nothing is started at the first place that suits the instance and is avoided. */
    String whyAvoided(Wish wish) {
        return avoided.entrySet().stream()
                .filter(entry -> entry.getKey().suits(wish))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
