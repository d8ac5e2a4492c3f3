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
    private final boolean silent;
    private final long total;
    /** Not bound to a device; below zero where more runs than is allowed by now. */
    private long anywhere;
    /** By the device that they are bound to. */
    private final Map<String, Long> devices;

    private long used;

    private LicenceRoom(
            boolean bounded, boolean silent, long total, long used, long anywhere, Map<String, Long> devices) {
        this.bounded = bounded;
        this.silent = silent;
        this.total = total;
        this.used = used;
        this.anywhere = anywhere;
        this.devices = devices;
    }

    /** Of one capability. */
    static LicenceRoom of(List<QuotaFigure> figures) {
        Map<String, Long> devices = new HashMap<>();
        long anywhere = 0;
        boolean silent = false;
        boolean bounded = false;
        for (QuotaFigure figure : figures) {
            if (!figure.is(QuotaFigure.USED)) {
                bounded = true;
                silent |= figure.streams() == null;
                long streams = figure.streams() == null ? 0 : figure.streams();
                if (figure.computeCode() == null) {
                    anywhere += streams;
                } else {
                    devices.merge(figure.computeCode(), streams, Long::sum);
                }
            }
        }
        long total =
                anywhere + devices.values().stream().mapToLong(Long::longValue).sum();
        LicenceRoom room = new LicenceRoom(bounded, silent, total, 0, anywhere, devices);
        figures.stream()
                .filter(figure -> figure.is(QuotaFigure.USED))
                .forEach(figure -> room.take(figure.computeCode(), figure.streams()));
        return room;
    }

    static LicenceRoom leaving(long more) {
        return new LicenceRoom(true, false, more, 0, more, new HashMap<>());
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
        return silent
                ? words + " The authorization server has not told its quota yet."
                : words + " It starts when one ends, or when another licence comes.";
    }

    LicenceRoom with(long more) {
        return new LicenceRoom(bounded, silent, total + more, used, anywhere + more, new HashMap<>(devices));
    }

    LicenceRoom copy() {
        return new LicenceRoom(bounded, silent, total, used, anywhere, new HashMap<>(devices));
    }
}
