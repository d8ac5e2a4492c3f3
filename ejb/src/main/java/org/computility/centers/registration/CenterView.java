package org.computility.centers.registration;

import java.time.Instant;
import java.util.UUID;
import org.computility.connector.jobs.JobCapacity;

/**
 * A registered center and what the last probe saw of it. The credential is never shown.
 *
 * @param desc null: none
 * @param operatorId the organisation that runs the center
 * @param location null for callers who may not know it
 * @param username null as well where there is none
 * @param reason why it is not connected; null where it is, and for callers who may not know it
 * @param triedAt when it was last asked; null before that
 * @param probedAt when it last answered, which is the age of {@code capacity}; null before that
 * @param processorType the types of its accelerators, such as {@code GPU} or {@code GPU,NPU}; null: none, or not known
 * @param capacity null before the first answer, and in lists
 */
public record CenterView(
        String id,
        String name,
        String province,
        String city,
        String desc,
        UUID operatorId,
        String location,
        String username,
        boolean connected,
        String reason,
        Instant triedAt,
        Instant probedAt,
        Instant createdAt,
        String processorType,
        JobCapacity capacity) {

    /** For a caller who may not operate the center: where it is and what is wrong with it stays inside. */
    public CenterView forUsers() {
        return new CenterView(
                id,
                name,
                province,
                city,
                desc,
                operatorId,
                null,
                null,
                connected,
                null,
                triedAt,
                probedAt,
                createdAt,
                processorType,
                capacity);
    }

    /** For lists: without its nodes. */
    public CenterView inBrief() {
        return new CenterView(
                id,
                name,
                province,
                city,
                desc,
                operatorId,
                location,
                username,
                connected,
                reason,
                triedAt,
                probedAt,
                createdAt,
                processorType,
                null);
    }
}
