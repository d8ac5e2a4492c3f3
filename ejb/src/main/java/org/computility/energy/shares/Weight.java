package org.computility.energy.shares;

/** How much of the IT's energy goes with what was had, compared with others. */
public final class Weight {

    /** An accelerator weighs as much as so many cores. */
    static final long ACCELERATOR = 50;

    private Weight() {}

    /** Of cores and accelerators, or of the time that they were had. */
    public static long of(long cores, long accelerators) {
        return Math.addExact(cores, Math.multiplyExact(accelerators, ACCELERATOR));
    }
}
