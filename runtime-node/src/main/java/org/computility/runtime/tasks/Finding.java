package org.computility.runtime.tasks;

import java.util.List;
import org.computility.runtime.media.Box;

/**
 * Something to report of one area.
 *
 * @param type ALERT or STATISTICS
 * @param boxes what showed it, maybe none
 * @param share of the area
 */
record Finding(String type, int areaId, double score, List<Box> boxes, double share) {

    Finding {
        boxes = List.copyOf(boxes);
    }
}
