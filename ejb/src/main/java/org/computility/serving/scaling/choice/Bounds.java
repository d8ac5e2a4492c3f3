package org.computility.serving.scaling.choice;

import java.time.Duration;

/**
 * What a rule allows and aims at.
 *
 * @param least replicas on all nodes together
 * @param most replicas on all nodes together
 * @param mostAtNode replicas on one node
 * @param targetPercent how much of the room may be asked for before there shall be more
 * @param coolDown how long nothing is done after something was
 * @param near the first digits of codes of nodes that are preferred where no waiting instance says where it is; null: none
 */
public record Bounds(int least, int most, int mostAtNode, int targetPercent, Duration coolDown, String near) {

    /** Whether that much room bears that much demand at the target. */
    boolean bears(long demand, long streams) {
        return demand * 100 <= targetPercent * streams;
    }

    /** The least room that bears the demand. */
    long streamsFor(long demand) {
        return up(demand * 100, targetPercent);
    }

    /** The quotient, rounded up. */
    static long up(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
