package org.computility.centers.registration;

import java.util.UUID;

/**
 * A center to be registered.
 *
 * @param id its own name in lower case, or null: the platform makes one
 * @param desc null: none
 * @param operatorId the organisation that runs it; null: the caller's
 * @param location the kind of runtime and where it is: {@code process:/folder}, {@code slurm:http://host:port?…}, {@code
 *     kubernetes:https://host:port?…}
 * @param username null: none
 * @param password null: none
 */
public record NewCenter(
        String id,
        String name,
        String province,
        String city,
        String desc,
        UUID operatorId,
        String location,
        String username,
        String password) {

    @Override
    public String toString() {
        return "center " + id;
    }
}
