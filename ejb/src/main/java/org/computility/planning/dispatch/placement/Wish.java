package org.computility.planning.dispatch.placement;

import java.util.UUID;
import org.computility.planning.documents.TaskDocument;

/**
 * An instance that shall run.
 *
 * @param type the plan's {@code Type}
 * @param limitSeconds how long it may run, null for no limit
 * @param inspective whether its plan is an inspection
 * @param round of an inspection, else null
 * @param licensed whether a licence of any kind bounds its capability in its organisation
 */
public record Wish(
        UUID id,
        long planId,
        UUID organisationId,
        String algoDefCode,
        String deviceId,
        UUID pinnedService,
        TaskDocument document,
        String type,
        boolean inspective,
        Integer round,
        Long limitSeconds,
        boolean licensed) {}
