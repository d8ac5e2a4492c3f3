package org.computility.planning.quotas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one capability of one organisation may still start. Streams at a device use its own licence files first; what these do not
 * cover, and all other streams, use what is bound to no device: the other licence files together with what the authorization
 * server allows.
 */
final class LicenceRoom {

    private final boolean bounded;
    /** Why the authorization server has told nothing yet; null: it has, or there is none. */
    private final String trouble;

    private final long total;
    /** Not bound to a device; below zero where more runs than is allowed by now. */
    private long anywhere;
    /** By the device that they are bound to. */
    private final Map<String, Long> devices;

    private long used;

    private LicenceRoom(
            boolean bounded, String trouble, long total, long used, long anywhere, Map<String, Long> devices) {
        this.bounded = bounded;
        this.trouble = trouble;
        this.total = total;
        this.used = used;
        this.anywhere = anywhere;
        this.devices = devices;
    }

    /** Of one capability. */
    static LicenceRoom of(List<QuotaFigure> figures) {
        QuotaSums sums = QuotaSums.of(figures);
        LicenceRoom room = new LicenceRoom(
                sums.isLicensed(),
                sums.trouble(),
                sums.offline() + sums.online(),
                0,
                sums.anywhere() + sums.online(),
                new HashMap<>(sums.devices()));
        sums.used().forEach(room::take);
        return room;
    }

    static LicenceRoom leaving(long more) {
        return new LicenceRoom(true, null, more, 0, more, new HashMap<>());
    }

    boolean isBounded() {
        return bounded;
    }

    boolean admits() {
        return !bounded || anywhere > 0;
    }

    boolean admits(String computeCode) {
        return admits() || devices.getOrDefault(computeCode, 0L) > 0;
    }

    long leftAnywhere() {
        return Math.max(0, anywhere);
    }

    Map<String, Long> leftAtNodes() {
        return Map.copyOf(devices);
    }

    long excess() {
        return Math.max(0, -anywhere);
    }

    void take(String computeCode) {
        take(computeCode, 1);
    }

    private void take(String computeCode, long streams) {
        long own = Math.min(streams, devices.getOrDefault(computeCode, 0L));
        if (own > 0) {
            devices.merge(computeCode, -own, Long::sum);
        }
        anywhere -= streams - own;
        used += streams;
    }

    /** Which numbers bind, and what would help. */
    String refusal(String algoDefCode) {
        String words = "The licences of " + algoDefCode + " allow " + total + " streams in this organisation, and "
                + used + " run or may still run.";
        if (devices.values().stream().anyMatch(left -> left > 0)) {
            words += " What is left is bound to devices without room for this instance.";
        }
        return trouble == null
                ? words + " It starts when one ends, or when another licence comes."
                : words + " " + trouble + " It is asked again within a minute. Mend it, make another server the default"
                        + " (POST /ACSMP/AuthServer), or import a licence file (POST /ACSMP/License).";
    }

    LicenceRoom with(long more) {
        return new LicenceRoom(bounded, trouble, total + more, used, anywhere + more, new HashMap<>(devices));
    }

    LicenceRoom copy() {
        return new LicenceRoom(bounded, trouble, total, used, anywhere, new HashMap<>(devices));
    }
}
