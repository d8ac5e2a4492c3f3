package org.computility.planning.quotas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, Long> files = new HashMap<>();
        long anywhere = 0;
        long total = 0;
        boolean offline = false;
        for (QuotaFigure figure : figures) {
            if (figure.is(QuotaFigure.OFFLINE)) {
                offline = true;
                total += figure.streams();
                if (figure.computeCode() == null) {
                    anywhere += figure.streams();
                } else {
                    files.merge(figure.computeCode(), figure.streams(), Long::sum);
                }
            }
        }
        long used = 0;
        long atDevices = 0;
        for (QuotaFigure figure : figures) {
            if (figure.is(QuotaFigure.USED)) {
                used += figure.streams();
                atDevices += Math.min(figure.streams(), files.getOrDefault(figure.computeCode(), 0L));
            }
        }
        List<QuotaFigure> servers =
                figures.stream().filter(figure -> figure.is(QuotaFigure.ONLINE)).toList();
        return new StreamQuota(
                of,
                used,
                atDevices + Math.min(used - atDevices, anywhere),
                offline ? total : null,
                servers.isEmpty() ? null : servers.get(0).streams(),
                !servers.isEmpty());
    }

    boolean isLicensed() {
        return online || offlineTotal != null;
    }

    /** Everything that may run at once. */
    public long total() {
        return (offlineTotal == null ? 0 : offlineTotal) + (onlineTotal == null ? 0 : onlineTotal);
    }
}
