package org.computility.jobs.placement;

import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;

/**
 * So much of everything that is shared out. Parts may be negative in between, such as what is left of an exceeded quota.
 *
 * @param accelerators of any type
 */
public record Amount(long cores, long memoryBytes, long accelerators) {

    public static final Amount NONE = new Amount(0, 0, 0);

    /** What each node must have for the job. */
    public static Amount ofEachNode(JobResources asked) {
        return new Amount(asked.cores(), asked.memoryBytes(), count(asked.accelerators()));
    }

    /** Everything that the node has, free or not. */
    public static Amount of(NodeCapacity node) {
        return new Amount(node.cores(), node.memoryBytes(), count(node.accelerators()));
    }

    private static long count(Accelerators accelerators) {
        return accelerators == null ? 0 : accelerators.count();
    }

    public Amount plus(Amount other) {
        return new Amount(cores + other.cores, memoryBytes + other.memoryBytes, accelerators + other.accelerators);
    }

    public Amount minus(Amount other) {
        return new Amount(cores - other.cores, memoryBytes - other.memoryBytes, accelerators - other.accelerators);
    }

    public Amount times(int factor) {
        return new Amount(cores * factor, memoryBytes * factor, accelerators * factor);
    }

    /** Whether the room holds this. A part that is nothing fits into any room, even into less than nothing. */
    public boolean fitsInto(Amount room) {
        return fits(cores, room.cores) && fits(memoryBytes, room.memoryBytes) && fits(accelerators, room.accelerators);
    }

    private static boolean fits(long part, long room) {
        return part <= room || part == 0;
    }

    /** What the room lacks to hold this. */
    public Amount beyond(Amount room) {
        return new Amount(
                lack(cores, room.cores), lack(memoryBytes, room.memoryBytes), lack(accelerators, room.accelerators));
    }

    private static long lack(long part, long room) {
        return fits(part, room) ? 0 : part - room;
    }

    /** The same, with nothing for what is less than nothing. */
    public Amount orNothing() {
        return new Amount(Math.max(0, cores), Math.max(0, memoryBytes), Math.max(0, accelerators));
    }

    /** The lesser of each part. */
    public Amount least(Amount other) {
        return new Amount(
                Math.min(cores, other.cores),
                Math.min(memoryBytes, other.memoryBytes),
                Math.min(accelerators, other.accelerators));
    }

    public boolean isNothing() {
        return cores == 0 && memoryBytes == 0 && accelerators == 0;
    }
}
