package org.computility.reporting.live;

import java.math.BigDecimal;

/**
 * What a source, or several together, have and how much of it is occupied.
 *
 * @param memory in GiB
 * @param power of the accelerators, in PFLOPS at FP16; null where one of them is of a product of unknown power
 */
record Amounts(Part nodes, Part cores, Part memory, Part accelerators, Part power, long running, long waiting) {

    static final Amounts NONE = new Amounts(Part.NONE, Part.NONE, Part.NONE, Part.NONE, Part.NONE, 0, 0);

    Amounts plus(Amounts other) {
        return new Amounts(
                nodes.plus(other.nodes),
                cores.plus(other.cores),
                memory.plus(other.memory),
                accelerators.plus(other.accelerators),
                power.plus(other.power),
                running + other.running,
                waiting + other.waiting);
    }

    Load load() {
        return new Load(cores.utilization(), memory.utilization(), accelerators.utilization(), running, waiting);
    }

    Scale scale() {
        boolean computes = accelerators.total() == null || accelerators.total().signum() > 0;
        return new Scale(
                new Capacity(
                        nodes.all(),
                        cores.all(),
                        memory.all(),
                        accelerators.all(),
                        computes ? exact(power.total()) : null),
                new Capacity(
                        nodes.free(),
                        cores.free(),
                        memory.free(),
                        accelerators.free(),
                        computes ? exact(Part.sum(power.total(), negated(power.used()))) : null));
    }

    private static BigDecimal negated(BigDecimal number) {
        return number == null ? null : number.negate();
    }

    /** Some accelerators have less than a hundredth of a PFLOPS. */
    private static BigDecimal exact(BigDecimal number) {
        return number == null ? null : Part.plain(number);
    }
}
