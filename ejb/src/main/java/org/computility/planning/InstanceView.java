package org.computility.planning;

import java.util.UUID;
import org.computility.planning.documents.ShownTask;
import org.computility.planning.state.InstanceState;

/**
 * An instance as callers see it (T/BAX 0006.5 C.10, C.11). The edge makes the standard's two pictures of it.
 *
 * @param task what it does, with its ID
 * @param restarts whether a failure is followed by another try
 * @param message why it is in this state, or null
 * @param serviceId of the service that had it last, or null
 * @param computeCode of the node that had it last, or null
 */
public record InstanceView(
        ShownTask task,
        long number,
        long planId,
        boolean restarts,
        InstanceState state,
        String message,
        UUID serviceId,
        String computeCode) {}
