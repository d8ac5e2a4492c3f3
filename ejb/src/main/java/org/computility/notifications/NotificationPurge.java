package org.computility.notifications;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Forgets what accounts were told long ago: after {@code COMPUTILITY_NOTIFICATIONS_KEEP_DAYS}, default 180. What still waits
 * for a webhook stays.
 */
@Stateless
public class NotificationPurge {

    private static final String KEEP = "computility.notifications.keep.days";
    private static final long KEPT_DAYS = 180;
    private static final int AT_ONCE = 10_000;

    @Inject
    Notifications notifications;

    @Inject
    Clock clock;

    Duration kept;

    @PostConstruct
    void configure() {
        kept = kept(Settings.ofServer());
    }

    static Duration kept(Settings settings) {
        return Duration.ofDays(settings.count(KEEP, KEPT_DAYS));
    }

    /** At most ten thousand, in one transaction; false when none are left. */
    public boolean purgeSome() {
        return notifications.purge(clock.instant().minus(kept), AT_ONCE) == AT_ONCE;
    }
}
