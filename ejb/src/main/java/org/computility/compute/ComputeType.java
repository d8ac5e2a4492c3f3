package org.computility.compute;

import java.util.Set;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The types of table B.1, and {@code CCP} which only table G.1 lists. */
public final class ComputeType {

    private static final Set<String> KNOWN =
            Set.of("EDGE_COMPUTE_DEVICE", "FRONT_END_DEVICE", "AI_CAMERA", "AI_BOX", "AI_CLOUD", "CCP", "CAP", "CAD");

    private ComputeType() {}

    /** The type as it is stored; table G.1's misprint {@code FRONT_END_DEVIE} is taken for what it means. */
    public static String of(String text) {
        String type = "FRONT_END_DEVIE".equals(text) ? "FRONT_END_DEVICE" : text;
        if (type == null || !KNOWN.contains(type)) {
            throw new Rejected("compute-type-unknown", new Member("type"), "{member} is one of " + KNOWN + ".");
        }
        return type;
    }
}
