package org.computility.planning.dispatch.placement;

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
        List<Seat> seats =
                places.stream().map(place -> new Seat(place, place.taken())).toList();
        Map<Object, PriorityQueue<Queued>> queues = new HashMap<>();
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
                chosen.put(wish.id(), seat.place());
            }
        }
        return chosen;
    }

    private static Seat ownDevice(Wish wish, List<Seat> seats) {
        if (wish.deviceId() == null || wish.pinnedService() != null) {
            return null;
        }
        for (Seat seat : seats) {
            if (seat.place().serviceId() == null && seat.place().computeCode().equals(wish.deviceId())) {
                return seat;
            }
        }
        return null;
    }

    private static Seat emptiest(
            Wish wish, List<Seat> seats, Map<Object, PriorityQueue<Queued>> queues, boolean service) {
        Object kind = service ? List.of(wish.algoDefCode(), String.valueOf(wish.pinnedService())) : "direct";
        PriorityQueue<Queued> queue = queues.computeIfAbsent(kind, any -> {
            PriorityQueue<Queued> suiting = new PriorityQueue<>();
            for (Seat seat : seats) {
                if ((seat.place().serviceId() != null) == service && seat.suits(wish)) {
                    suiting.add(new Queued(seat));
                }
            }
            return suiting;
        });
        // A seat that another queue filled meanwhile stands where it belonged before: it is put where it belongs now.
        while (!queue.isEmpty()) {
            Queued first = queue.poll();
            Seat seat = first.seat();
            if (seat.hasRoom()) {
                boolean current = first.taken() == seat.taken();
                if (current) {
                    seat.take();
                }
                queue.add(new Queued(seat));
                if (current) {
                    return seat;
                }
            }
        }
        return null;
    }

    /** A seat as it was when it was queued. */
    private record Queued(Seat seat, long taken) implements Comparable<Queued> {

        Queued(Seat seat) {
            this(seat, seat.taken());
        }

        @Override
        public int compareTo(Queued other) {
            return Seat.compare(seat.place(), taken, other.seat.place(), other.taken);
        }
    }
}
