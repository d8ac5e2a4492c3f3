package org.computility.planning.dispatch.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.computility.planning.quotas.Licences;

/**
 * Gives every instance, in the given order, the suitable place with the smallest share of its room taken. An overloaded
 * service comes after all others. A node that takes tasks directly gets those that name it as their device, before any
 * service, and no others. An instance gets no place that its licences do not admit.
 */
public final class Spread {

    private Spread() {}

    /** Where nothing is licensed. */
    public static Map<UUID, Place> over(List<Wish> wishes, List<Place> places) {
        return over(wishes, places, Licences.unlimited());
    }

    /** The places, by instance; an instance without one is not in the map. The licences are counted down. */
    public static Map<UUID, Place> over(List<Wish> wishes, List<Place> places, Licences licences) {
        List<Seat> seats =
                places.stream().map(place -> new Seat(place, place.taken())).toList();
        Map<Kind, PriorityQueue<Queued>> queues = new HashMap<>();
        Map<UUID, Place> chosen = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            Seat seat = licences.admits(wish.algoDefCode())
                    ? anywhere(wish, seats, queues)
                    : atLicensedDevice(wish, seats, licences);
            if (seat != null) {
                licences.take(wish.algoDefCode(), seat.place().computeCode());
                chosen.put(wish.id(), seat.place());
            }
        }
        return chosen;
    }

    /**
     * Those without a place that nothing but want of room keeps from starting: a licence that is bound to no device is left
     * for each of them, one after the other.
     */
    public static List<Wish> wantingRoom(List<Wish> wishes, Map<UUID, Place> chosen, Licences licences) {
        Licences left = licences.copy();
        List<Wish> wanting = new ArrayList<>();
        for (Wish wish : wishes) {
            if (!chosen.containsKey(wish.id()) && left.admits(wish.algoDefCode())) {
                left.takeAnywhere(wish.algoDefCode());
                wanting.add(wish);
            }
        }
        return wanting;
    }

    private static Seat anywhere(Wish wish, List<Seat> seats, Map<Kind, PriorityQueue<Queued>> queues) {
        Seat seat = ownDevice(wish, seats);
        return seat == null ? emptiest(wish, seats, queues) : seat;
    }

    /** Only devices with licences of their own are left, which are few. */
    private static Seat atLicensedDevice(Wish wish, List<Seat> seats, Licences licences) {
        Seat best = seats.stream()
                .filter(seat -> licences.admits(wish.algoDefCode(), seat.place().computeCode()))
                .filter(seat -> seat.suits(wish) && seat.hasRoom())
                .min(Comparator.comparing((Seat seat) -> !isOwn(wish, seat)).thenComparing(Comparator.naturalOrder()))
                .orElse(null);
        if (best != null) {
            best.take();
        }
        return best;
    }

    private static boolean isOwn(Wish wish, Seat seat) {
        return seat.place().serviceId() == null && seat.place().computeCode().equals(wish.deviceId());
    }

    private static Seat ownDevice(Wish wish, List<Seat> seats) {
        if (wish.deviceId() == null || wish.pinnedService() != null) {
            return null;
        }
        for (Seat seat : seats) {
            if (isOwn(wish, seat)) {
                return seat;
            }
        }
        return null;
    }

    private static Seat emptiest(Wish wish, List<Seat> seats, Map<Kind, PriorityQueue<Queued>> queues) {
        PriorityQueue<Queued> queue = queues.computeIfAbsent(Kind.of(wish), any -> {
            PriorityQueue<Queued> suiting = new PriorityQueue<>();
            for (Seat seat : seats) {
                if (seat.place().serviceId() != null && seat.suits(wish)) {
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

    /** Those of a kind are suited by the same services. */
    private record Kind(String algoDefCode, UUID pinnedService) {

        static Kind of(Wish wish) {
            return new Kind(wish.algoDefCode(), wish.pinnedService());
        }
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
