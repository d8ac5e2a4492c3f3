package org.computility.results;

import java.util.UUID;

/**
 * An instance whose results are taken, and whose they are.
 *
 * @param parentResult the result whose crop the instance looks at, or null
 */
public record ResultSource(UUID instanceId, long instanceNumber, long planId, UUID organisationId, UUID parentResult) {

    /** The same, looking at the crop of that result. */
    public ResultSource following(UUID result) {
        return new ResultSource(instanceId, instanceNumber, planId, organisationId, result);
    }
}
