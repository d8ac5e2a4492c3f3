package org.computility.notifications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** What accounts are told, and read. */
@Stateless
public class Inbox {

    @Inject
    Notifications notifications;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Tells accounts, in the caller's transaction; each once of a topic. */
    public void tell(List<NewNotification> news) {
        if (!news.isEmpty()) {
            notifications.tell(news, clock.instant());
        }
    }

    /** What the caller was told, the newest first; for everybody but devices. */
    public Page<NotificationView> mine(PageRequest page) {
        return notifications.of(caller.require(Role.READERS).accountId(), page).map(Notification::view);
    }
}
