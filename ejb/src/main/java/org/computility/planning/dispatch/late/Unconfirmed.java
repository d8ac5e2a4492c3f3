package org.computility.planning.dispatch.late;

import java.util.Set;
import java.util.UUID;

/**
 * What is left when tasks were to stop.
 *
 * @param instances whose node did not confirm the end, or has not yet
 * @param late the exchanges that may confirm it yet
 */
public record Unconfirmed(Set<UUID> instances, Late late) {

    public static final Unconfirmed NONE = new Unconfirmed(Set.of(), Late.NONE);
}
