package org.computility.runtime.tasks;

import java.net.URI;
import java.util.List;

/**
 * One of a task's {@code RulesParams}.
 *
 * @param areas at least one; a rule without any watches the whole picture as area 0
 * @param masks what is left out of every area
 * @param receivers who gets the results besides the platform
 */
record Rule(String eventId, List<Area> areas, List<Polygon> masks, List<URI> receivers, RuleSettings settings) {

    /** A part of the picture that is watched for itself. */
    record Area(int id, Polygon polygon) {}

    Rule {
        areas = List.copyOf(areas);
        masks = List.copyOf(masks);
        receivers = List.copyOf(receivers);
    }
}
