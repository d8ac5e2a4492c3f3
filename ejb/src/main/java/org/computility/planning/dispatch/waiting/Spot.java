package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.dispatch.placement.Place;

/**
 * Where an instance could run, whatever keeps it from there.
 *
 * @param serviceId null where the node takes tasks directly, or has no service for the instance
 * @param direct whether the node takes tasks without a service
 * @param online whether the node is heard
 * @param answers false: it did not answer a start or a stop a moment ago, or starts nothing for now
 * @param running whether the service runs
 * @param last whether it gets only what no other takes, being overloaded
 * @param slots tasks at once
 * @param taken tasks it has
 * @param kept whether a stream of its own is kept here for the instance
 * @param ends when tasks it has will have ended, as far as they have an end
 */
public record Spot(
        UUID serviceId,
        String computeCode,
        boolean direct,
        Set<String> algoDefCodes,
        boolean online,
        boolean answers,
        boolean running,
        boolean last,
        long slots,
        long taken,
        boolean kept,
        List<Instant> ends) {

    public Spot {
        algoDefCodes = Set.copyOf(algoDefCodes);
        ends = List.copyOf(ends);
    }

    /** A node that takes tasks directly, those that name it. */
    public static Spot direct(String computeCode, boolean online, boolean answers, boolean last) {
        return new Spot(
                null, computeCode, true, Set.of(), online, answers, true, last, Integer.MAX_VALUE, 0, false, List.of());
    }

    /** A node without a service for the instance. */
    public static Spot bare(String computeCode, boolean online, boolean answers) {
        return new Spot(null, computeCode, false, Set.of(), online, answers, false, false, 0, 0, false, List.of());
    }

    boolean isBare() {
        return serviceId == null && !direct;
    }

    /** Whether it takes part when places are given out. */
    boolean isOpen() {
        return online && answers && running;
    }

    Place place() {
        return new Place(serviceId, computeCode, algoDefCodes, slots, taken, last);
    }

    /** Whether it is the node that takes the instance directly: no other such node does. */
    boolean isFor(Waiter waiter) {
        return direct && computeCode.equals(waiter.deviceId());
    }

    /** Whether it may run that instance, room aside. */
    boolean suits(Waiter waiter) {
        if (serviceId == null) {
            return isFor(waiter) && waiter.pinned() == null;
        }
        return (waiter.pinned() == null || waiter.pinned().equals(serviceId))
                && algoDefCodes.contains(waiter.algoDefCode());
    }

    /** Whether a stream is kept there for that instance, and it may use it. */
    boolean keepsFor(Waiter waiter) {
        return kept && isOpen() && suits(waiter);
    }

    Spot answering() {
        return new Spot(
                serviceId, computeCode, direct, algoDefCodes, true, true, running, last, slots, taken, kept, ends);
    }

    Spot runs() {
        return new Spot(
                serviceId, computeCode, direct, algoDefCodes, online, answers, true, last, slots, taken, kept, ends);
    }

    Spot keeping() {
        return new Spot(
                serviceId, computeCode, direct, algoDefCodes, online, answers, running, last, slots, taken, true, ends);
    }

    Spot having(long tasks) {
        return new Spot(
                serviceId, computeCode, direct, algoDefCodes, online, answers, running, last, slots, tasks, kept, ends);
    }
}
