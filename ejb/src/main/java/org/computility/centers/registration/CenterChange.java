package org.computility.centers.registration;

import java.util.UUID;

/** What changes of a center; null: stays as it is. With another location the credentials are given anew. */
public record CenterChange(
        String name,
        String province,
        String city,
        String desc,
        UUID operatorId,
        String location,
        String username,
        String password) {

    /** Whether the runtime is reached in another way from now on. */
    boolean isOfPlace() {
        return location != null || username != null || password != null;
    }

    @Override
    public String toString() {
        return "change of a center";
    }
}
