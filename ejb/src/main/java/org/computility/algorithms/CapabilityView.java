package org.computility.algorithms;

import java.util.List;

/**
 * One thing an algorithm package can do.
 *
 * @param dataType STRUCTURING, ALERT, STATISTICS or OTHER
 * @param taskTypes of VIDEO_REALTIME, VIDEO_PLAYBACK, VIDEO_FILE, IMAGE_REALTIME
 * @param followers the capabilities whose input is the crop that a result of this one carries
 * @param loadable whether its status allows a service of the package to be loaded
 */
public record CapabilityView(
        String code,
        String packageId,
        String name,
        String dataType,
        List<String> taskTypes,
        List<String> followers,
        CapabilityStatus status,
        boolean loadable) {

    public CapabilityView {
        taskTypes = List.copyOf(taskTypes);
        followers = List.copyOf(followers);
    }
}
