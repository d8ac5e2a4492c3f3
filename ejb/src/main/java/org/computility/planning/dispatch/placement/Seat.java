package org.computility.planning.dispatch.placement;

/** A place while it is being filled; the emptier comes first, and of equal ones always the same. */
public final class Seat implements Comparable<Seat> {

    private final Place place;
    private long taken;

    /** @param taken tasks it has */
    public Seat(Place place, long taken) {
        this.place = place;
        this.taken = taken;
    }

    public Place place() {
        return place;
    }

    long taken() {
        return taken;
    }

    public boolean hasRoom() {
        return taken < place.slots();
    }

    public boolean suits(Wish wish) {
        return place.suits(wish);
    }

    public void take() {
        taken++;
    }

    @Override
    public int compareTo(Seat other) {
        return compare(place, taken, other.place, other.taken);
    }

    static int compare(Place left, long leftTaken, Place right, long rightTaken) {
        if (left.overloaded() != right.overloaded()) {
            return left.overloaded() ? 1 : -1;
        }
        // taken / slots without rounding
        int byShare = Long.compare(leftTaken * right.slots(), rightTaken * left.slots());
        if (byShare != 0) {
            return byShare;
        }
        int byNode = left.computeCode().compareTo(right.computeCode());
        return byNode != 0 || left.serviceId() == null || right.serviceId() == null
                ? byNode
                : left.serviceId().compareTo(right.serviceId());
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
