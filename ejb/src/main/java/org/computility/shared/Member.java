package org.computility.shared;

import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * A member of a request by its neutral name: whole words in camel case, a path with dots ({@code pageSize}, {@code
 * pageRequest.orderList.property}). A room names the member at fault so; the family that was called spells the name as
 * its tables do. A message says {@code {member}} where the spelt name stands.
 *
 * @param written whether the name is that of a table already, as the edge has it: then nobody spells it
 */
public record Member(String name, boolean written) implements Serializable {

    /** By its neutral name. */
    public Member(String name) {
        this(name, false);
    }

    /** As it stands in the request; for the edge, which has read it there. Null for null. */
    public static Member written(String name) {
        return name == null ? null : new Member(name, true);
    }

    String spelt(UnaryOperator<String> spelling) {
        return written ? name : spelling.apply(name);
    }

    String fill(String message, String spelt) {
        return message.replace("{member}", spelt);
    }
}
