package org.computility.compute.monitoring;

import java.util.List;

/**
 * A machine as its node last told of it ({@code DeviceInfo} in annex G). Null: the node does not tell.
 *
 * @param cores of the processor
 * @param utilization of the processor, 0 to 1
 * @param memory in GiB
 * @param memoryUsed in GiB
 * @param disk in GiB
 * @param diskUsed in GiB
 */
public record Machine(
        String name,
        String system,
        String processor,
        Double cores,
        Double utilization,
        Double memory,
        Double memoryUsed,
        Double disk,
        Double diskUsed,
        List<Card> cards) {

    public Machine {
        cards = List.copyOf(cards);
    }
}
