package org.computility.planning.quotas;

import java.util.List;

/**
 * How many streams of a capability run and may run in an organisation.
 *
 * @param used what runs, is being started, or may still run
 * @param offlineUsed how many of these licence files cover; they are used up first
 * @param offlineTotal what licence files allow; null: there is none for it
 * @param onlineTotal what the authorization server told last; null: there is none, or it has told nothing yet
 * @param online whether an authorization server counts
 */
public record StreamQuota(
        StreamQuotas.Licensed of, long used, long offlineUsed, Long offlineTotal, Long onlineTotal, boolean online) {

    /** All numbers about one capability in one organisation. */
    static StreamQuota of(StreamQuotas.Licensed of, List<QuotaFigure> figures) {
        QuotaSums sums = QuotaSums.of(figures);
        long atDevices = sums.runningAtDevices();
        return new StreamQuota(
                of,
                sums.running(),
                atDevices + Math.min(sums.running() - atDevices, sums.anywhere()),
                sums.files() ? sums.offline() : null,
                sums.told(),
                sums.server());
    }

    boolean isLicensed() {
        return online || offlineTotal != null;
    }

    /** Everything that may run at once. */
    public long total() {
        return (offlineTotal == null ? 0 : offlineTotal) + (onlineTotal == null ? 0 : onlineTotal);
    }
}
