package org.computility.notifications.webhook;

import org.computility.shared.keys.KeyedHash;

/**
 * Where to post notifications.
 *
 * @param secret what both sides sign with
 */
public record NewWebhook(String url, String secret, KeyedHash algorithm) {}
