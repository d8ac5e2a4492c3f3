package org.computility.planning.quotas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one capability in one organisation, added up.
 *
 * @param files whether a licence file names the capability
 * @param anywhere what licence files allow that are bound to no device
 * @param devices what licence files allow that are bound to a device, by device
 * @param server whether an authorization server counts
 * @param told what that server told last; null: nothing yet
 * @param trouble why it has told nothing yet; null where it has, or where there is none
 * @param used what runs, is being started, or may still run, by node
 */
record QuotaSums(
        boolean files,
        long anywhere,
        Map<String, Long> devices,
        boolean server,
        Long told,
        String trouble,
        Map<String, Long> used) {

    static QuotaSums of(List<QuotaFigure> figures) {
        boolean files = false;
        long anywhere = 0;
        boolean server = false;
        Long told = null;
        String trouble = null;
        Map<String, Long> devices = new HashMap<>();
        Map<String, Long> used = new HashMap<>();
        for (QuotaFigure figure : figures) {
            if (figure.is(QuotaFigure.USED)) {
                used.merge(figure.computeCode(), figure.streams(), Long::sum);
            } else if (figure.is(QuotaFigure.ONLINE)) {
                server = true;
                told = figure.streams();
                trouble = figure.trouble();
            } else {
                files = true;
                if (figure.computeCode() == null) {
                    anywhere += figure.streams();
                } else {
                    devices.merge(figure.computeCode(), figure.streams(), Long::sum);
                }
            }
        }
        return new QuotaSums(files, anywhere, devices, server, told, trouble, used);
    }

    boolean isLicensed() {
        return files || server;
    }

    /** What runs on all nodes. */
    long running() {
        return sum(used);
    }

    /** How many of these the licence files of their own nodes cover. */
    long runningAtDevices() {
        return used.entrySet().stream()
                .mapToLong(node -> Math.min(node.getValue(), devices.getOrDefault(node.getKey(), 0L)))
                .sum();
    }

    /** What all licence files allow. */
    long offline() {
        return anywhere + sum(devices);
    }

    /** What the server allows, as far as it has told. */
    long online() {
        return told == null ? 0 : told;
    }

    private static long sum(Map<String, Long> streams) {
        return streams.values().stream().mapToLong(Long::longValue).sum();
    }
}
