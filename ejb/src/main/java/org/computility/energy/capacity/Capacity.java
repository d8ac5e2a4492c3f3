package org.computility.energy.capacity;

/** What some centers that run jobs had together. */
public record Capacity(long cores, long accelerators) {

    /** Nothing is known. */
    public static final Capacity NONE = new Capacity(0, 0);

    Capacity plus(Capacity other) {
        return new Capacity(cores + other.cores, accelerators + other.accelerators);
    }
}
