package org.computility.identity.rest;

import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Settings of the door to the metrics.
 *
 * @param token {@code COMPUTILITY_METRICS_TOKEN}, 32 characters or more: what a scraper shows as its bearer; absent: it shows a token
 *     or a key as everybody does
 */
record MetricsConfig(Optional<String> token) {

    private static final String TOKEN = "computility.metrics.token";
    private static final int LEAST = 32;

    static MetricsConfig current() {
        return from(Settings.ofServer());
    }

    static MetricsConfig from(Settings settings) {
        Optional<String> token = settings.find(TOKEN).map(String::strip);
        if (token.filter(text -> text.length() < LEAST).isPresent()) {
            throw new IllegalArgumentException(TOKEN + " has at least " + LEAST + " characters.");
        }
        return new MetricsConfig(token);
    }
}
