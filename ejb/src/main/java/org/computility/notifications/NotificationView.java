package org.computility.notifications;

import java.time.Instant;
import java.util.UUID;

/** What an account was told. */
public record NotificationView(UUID id, String kind, String link, String textEn, String textZh, Instant toldAt) {}
