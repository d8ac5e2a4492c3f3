package org.computility.serving.scaling;

import java.time.Duration;
import java.util.Objects;
import org.computility.serving.scaling.choice.Bounds;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What a rule allows and aims at, as a caller says it. Null: the default.
 *
 * @param minReplicas on all nodes together, 1
 * @param maxReplicas on all nodes together
 * @param maxReplicasPerNode 64
 * @param targetPercent of the streams, in use or waited for, 80
 * @param coolDownSeconds 60
 * @param near 2, 4, 6 or 8 digits that codes of preferred nodes begin with; none
 */
public record ScalingBounds(
        Integer minReplicas,
        int maxReplicas,
        Integer maxReplicasPerNode,
        Integer targetPercent,
        Integer coolDownSeconds,
        String near) {

    private static final int MOST_PER_NODE = 64;
    private static final int TARGET = 80;
    private static final int COOL_DOWN = 60;

    /** Refuses {@code member-invalid} where the most is less than the least. */
    Bounds bounds() {
        int least = Objects.requireNonNullElse(minReplicas, 1);
        if (maxReplicas < least) {
            throw new Rejected(
                    "member-invalid",
                    new Member("maxReplicas"),
                    "{member} is at least minReplicas, which is " + least + ".");
        }
        return new Bounds(
                least,
                maxReplicas,
                Objects.requireNonNullElse(maxReplicasPerNode, MOST_PER_NODE),
                Objects.requireNonNullElse(targetPercent, TARGET),
                Duration.ofSeconds(Objects.requireNonNullElse(coolDownSeconds, COOL_DOWN)),
                near);
    }
}
