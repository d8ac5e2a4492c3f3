package org.computility.results;

import java.time.Instant;
import java.util.UUID;
import org.computility.shared.PageRequest;

/**
 * Which results; null does not narrow.
 *
 * @param instance a UUID or a number
 * @param parentResult whose crop was looked at
 * @param from inclusive
 * @param to exclusive
 * @param ascending oldest first; else newest first
 */
public record ResultSearch(
        Long planId,
        String instance,
        String algoDefCode,
        String deviceId,
        String computeCode,
        UUID parentResult,
        Instant from,
        Instant to,
        boolean ascending,
        PageRequest page) {}
