package org.computility.planning.dispatch.waiting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Seat;
import org.computility.planning.dispatch.placement.Spread;
import org.computility.planning.dispatch.placement.Wish;

/**
 * A turn as it goes with the instance as it is given, and whether the instance would get a place if more were open. A place that is opened draws
 * waiters from others, whose room draws the next: only these are followed, so that nobody looks at all places again. More places never take one away.
 */
final class Turn {

    private final Wish me;
    private final Waiter instance;
    private final List<Wish> before;
    /** What each of those before is given; null: nothing. */
    private final List<Place> given = new ArrayList<>();
    /** How many tasks that place had then. */
    private final List<Long> taken = new ArrayList<>();

    private final boolean starts;
    private final Set<String> wanted = new HashSet<>();
    private final Set<UUID> pins = new HashSet<>();
    private final Set<String> devices = new HashSet<>();

    Turn(Situation now, Waiter instance) {
        this.instance = instance;
        me = instance.wish();
        before = now.others().stream()
                .filter(other -> Waiter.ORDER.compare(other, instance) < 0)
                .sorted(Waiter.ORDER)
                .map(Waiter::wish)
                .toList();
        List<Place> open =
                now.spots().stream().filter(Spot::isOpen).map(Spot::place).toList();
        Map<UUID, Place> places =
                Spread.over(Stream.concat(before.stream(), Stream.of(me)).toList(), open);
        starts = now.spots().stream().anyMatch(spot -> spot.keepsFor(instance)) || places.containsKey(me.id());
        Map<Place, Long> soFar = new IdentityHashMap<>();
        for (Wish wish : before) {
            Place place = places.get(wish.id());
            given.add(place);
            taken.add(place == null ? 0 : place.taken() + soFar.merge(place, 1L, Long::sum) - 1);
            if (wish.pinnedService() == null) {
                wanted.add(wish.algoDefCode());
                devices.add(wish.deviceId());
            } else {
                pins.add(wish.pinnedService());
            }
        }
    }

    /** Whether the turn gives the instance a place, were these open, too. */
    boolean startsWith(List<Spot> opened) {
        return starts
                || opened.stream().anyMatch(this::matters)
                        && new Following(opened.stream().map(Spot::place).toList()).reachesMe();
    }

    /** To the instance or to somebody before it. */
    private boolean matters(Spot spot) {
        if (spot.serviceId() == null) {
            return spot.suits(instance) || devices.contains(spot.computeCode());
        }
        return spot.taken() < spot.slots()
                && (spot.suits(instance)
                        || pins.contains(spot.serviceId())
                        || spot.algoDefCodes().stream().anyMatch(wanted::contains));
    }

    /** Who goes another way than before, because places were opened. */
    private final class Following {

        /** Services that were opened, or that somebody has left for such, with what they have now; all others have what they had before. */
        private final Map<Place, Seat> changed = new IdentityHashMap<>();

        private final Set<String> direct = new HashSet<>();

        Following(List<Place> opened) {
            for (Place place : opened) {
                if (place.serviceId() == null) {
                    direct.add(place.computeCode());
                } else if (place.taken() < place.slots()) {
                    changed.put(place, new Seat(place, place.taken()));
                }
            }
        }

        boolean reachesMe() {
            if (direct.contains(me.deviceId()) && me.pinnedService() == null) {
                return true;
            }
            for (int i = 0; i < before.size() && !(changed.isEmpty() && direct.isEmpty()); i++) {
                follow(before.get(i), given.get(i), taken.get(i));
            }
            return best(me) != null;
        }

        private void follow(Wish wish, Place old, long had) {
            if (old != null && old.serviceId() == null) {
                return;
            }
            boolean leavesForDevice = wish.pinnedService() == null && direct.contains(wish.deviceId());
            Seat best = leavesForDevice ? null : best(wish);
            if (old != null && !changed.containsKey(old)) {
                Seat stays = new Seat(old, had);
                if (!leavesForDevice && (best == null || stays.compareTo(best) < 0)) {
                    return;
                }
                changed.put(old, stays);
            }
            if (best != null) {
                best.take();
                if (!best.hasRoom()) {
                    changed.remove(best.place());
                }
            }
        }

        private Seat best(Wish wish) {
            Seat best = null;
            for (Seat seat : changed.values()) {
                if (seat.suits(wish) && (best == null || seat.compareTo(best) < 0)) {
                    best = seat;
                }
            }
            return best;
        }
    }
}
