package org.computility.federation.lower;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.OptionalInt;

/** What centers are called by the platforms that report them; for the platform itself. */
@Stateless
public class LowerCenterNames {

    @Inject
    LowerPlatforms platforms;

    /** The center's id there, as far as it was found out. */
    public OptionalInt called(int lowerId, int centerId) {
        return platforms.center(lowerId, centerId).stream()
                .mapToInt(LowerCenter::lowerCenterId)
                .findFirst();
    }

    /** It is called so there. */
    public void keep(int lowerId, int centerId, int there) {
        platforms.keep(lowerId, centerId, there);
    }
}
