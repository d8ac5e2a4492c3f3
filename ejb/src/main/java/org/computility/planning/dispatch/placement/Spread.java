package org.computility.planning.dispatch.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Gives every instance, in the given order, the suitable place with the smallest share of its room taken. An overloaded
 * service comes after all others. A node that takes tasks directly is used when it is the instance's own device, or
 * when no service has room.
 */
public final class Spread {

    private Spread() {}

    /** The places, by instance; an instance without one is not in the map. */
    public static Map<UUID, Place> over(List<Wish> wishes, List<Place> places) {
        List<Seat> seats = places.stream().map(Seat::new).toList();
        Map<Object, PriorityQueue<Seat>> queues = new HashMap<>();
        Map<UUID, Place> chosen = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            Seat seat = ownDevice(wish, seats);
            if (seat == null) {
                seat = emptiest(wish, seats, queues, true);
            }
            if (seat == null && wish.pinnedService() == null) {
                seat = emptiest(wish, seats, queues, false);
            }
            if (seat != null) {
                chosen.put(wish.id(), seat.place);
            }
        }
        return chosen;
    }

    private static Seat ownDevice(Wish wish, List<Seat> seats) {
        if (wish.deviceId() == null || wish.pinnedService() != null) {
            return null;
        }
        for (Seat seat : seats) {
            if (seat.place.serviceId() == null && seat.place.computeCode().equals(wish.deviceId())) {
                return seat;
            }
        }
        return null;
    }

    private static Seat emptiest(
            Wish wish, List<Seat> seats, Map<Object, PriorityQueue<Seat>> queues, boolean service) {
        Object kind = service ? List.of(wish.algoDefCode(), String.valueOf(wish.pinnedService())) : "direct";
        PriorityQueue<Seat> queue = queues.computeIfAbsent(kind, any -> {
            List<Seat> suiting = new ArrayList<>();
            for (Seat seat : seats) {
                if ((seat.place.serviceId() != null) == service && seat.place.suits(wish)) {
                    suiting.add(seat);
                }
            }
            return new PriorityQueue<>(suiting);
        });
        // A seat that another queue filled meanwhile sits at an old position: put it where it belongs and look again.
        while (!queue.isEmpty()) {
            Seat seat = queue.poll();
            if (seat.taken >= seat.place.slots()) {
                continue;
            }
            Seat next = queue.peek();
            if (next != null && seat.compareTo(next) > 0) {
                queue.add(seat);
                continue;
            }
            seat.taken++;
            queue.add(seat);
            return seat;
        }
        return null;
    }

    /** A place while it is being filled. */
    private static final class Seat implements Comparable<Seat> {
        private final Place place;
        private long taken;

        Seat(Place place) {
            this.place = place;
            this.taken = place.taken();
        }

        @Override
        public int compareTo(Seat other) {
            if (place.overloaded() != other.place.overloaded()) {
                return place.overloaded() ? 1 : -1;
            }
            // taken / slots without rounding
            int byShare = Long.compare(taken * other.place.slots(), other.taken * place.slots());
            return byShare != 0 ? byShare : place.computeCode().compareTo(other.place.computeCode());
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
