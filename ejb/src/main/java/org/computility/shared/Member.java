package org.computility.shared;

import java.io.Serializable;

/**
 * A member of a request by its neutral name: whole words in camel case, a path with dots ({@code pageSize},
 * {@code pageRequest.orderList.property}). A room names what is at fault so; the family that was called spells it as its
 * tables do. A message says {@code {member}} where the spelt name stands.
 */
public record Member(String name) implements Serializable {

    String in(String message, String spelt) {
        return message.replace("{member}", spelt);
    }
}
