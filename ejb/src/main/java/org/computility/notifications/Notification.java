package org.computility.notifications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What one account was told; it never changes. */
@Entity
@Table(name = "notification")
class Notification {

    @Id
    private UUID id;

    @Column
    private UUID accountId;

    @Column
    private String topic;

    private String kind;
    private String link;
    private String textEn;
    private String textZh;
    private Instant toldAt;

    protected Notification() {}

    NotificationView view() {
        return new NotificationView(id, kind, link, textEn, textZh, toldAt);
    }
}
