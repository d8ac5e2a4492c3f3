package org.computility.planning.drafts;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * One AlgoTaskInfo as a caller gave it, with what the platform itself reads in it.
 *
 * @param id the instance it changes, a UUID or a number, or null
 * @param info without the wrapping and without what answers put beside it
 * @param algoDefCode which capability
 * @param priority 0 to 9, 9 starts first
 * @param pinnedService the only service that may run it, or null
 * @param member where in the request it stood
 */
public record TaskInfo(
        String id,
        JsonObject info,
        String algoDefCode,
        String deviceId,
        int priority,
        UUID pinnedService,
        String member) {}
