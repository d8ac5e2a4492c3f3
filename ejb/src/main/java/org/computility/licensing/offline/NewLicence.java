package org.computility.licensing.offline;

import java.util.List;

/**
 * A licence file that comes in (T/BAX 0006.5 table E.1).
 *
 * @param deviceId 20 digits: the one compute that it is for; null: every compute
 * @param fileName as its sender calls it
 * @param abilities how many streams of which capability it allows; empty: not said
 */
public record NewLicence(String provider, String deviceId, String fileName, List<AbilityQuota> abilities) {

    public NewLicence {
        abilities = List.copyOf(abilities);
    }
}
