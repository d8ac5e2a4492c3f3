package org.computility.notifications;

import java.util.UUID;

/**
 * Something to tell an account.
 *
 * @param topic what it is about: an account is told once of a topic
 * @param kind a word for programs, as {@code MATCH}
 * @param link where to read on, a path of this platform
 */
public record NewNotification(UUID accountId, String topic, String kind, String link, String textEn, String textZh) {}
