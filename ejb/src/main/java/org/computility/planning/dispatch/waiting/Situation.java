package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Spread;
import org.computility.planning.dispatch.placement.Wish;

/**
 * Everything that decides whether an instance starts, at one moment.
 *
 * @param me the instance
 * @param others that are to start, too; in any order
 * @param spots in any order
 */
public record Situation(Instant at, Waiter me, List<Waiter> others, List<Spot> spots) {

    public Situation {
        others = List.copyOf(others);
        spots = List.copyOf(spots);
    }

    /** Whether the next turn gives the instance a place. */
    public boolean starts() {
        return spots.stream().anyMatch(spot -> spot.keepsFor(me)) || given().containsKey(me.id());
    }

    /** Who gets which place. */
    Map<UUID, Place> given() {
        List<Wish> wishes = Stream.concat(others.stream(), Stream.of(me))
                .sorted(Waiter.ORDER)
                .map(Waiter::wish)
                .toList();
        return Spread.over(
                wishes, spots.stream().filter(Spot::isOpen).map(Spot::place).toList());
    }

    Situation with(Waiter changed) {
        return new Situation(at, changed, others, spots);
    }

    Situation withSpots(UnaryOperator<Spot> change) {
        return new Situation(at, me, others, spots.stream().map(change).toList());
    }

    Situation withSpot(Spot more) {
        List<Spot> all = new ArrayList<>(spots);
        all.add(more);
        return new Situation(at, me, others, all);
    }
}
