package org.computility.centers.resources;

import java.math.BigInteger;
import org.computility.centers.registration.CenterView;

/**
 * A center as users choose it.
 *
 * @param storageBytes null: not known
 * @param computingPower floating-point operations a second at FP16, of all its accelerators; null: not known
 */
public record CenterOverview(CenterView center, Long storageBytes, BigInteger computingPower) {

    static CenterOverview of(CenterView center) {
        if (center.capacity() == null) {
            return new CenterOverview(center, null, null);
        }
        long storage = center.capacity().storageBytes();
        return new CenterOverview(
                center,
                storage == 0 ? null : storage,
                ComputingPower.of(center.capacity()).orElse(null));
    }
}
