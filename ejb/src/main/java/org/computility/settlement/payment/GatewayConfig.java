package org.computility.settlement.payment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.computility.shared.Settings;

/**
 * The external payment gateway.
 *
 * @param url {@code COMPUTILITY_PAYMENT_GATEWAY_URL}: where people pay; empty: there is no gateway
 * @param secret {@code COMPUTILITY_PAYMENT_GATEWAY_SECRET}: what the platform and the gateway sign with, at least 32
 *     characters
 */
record GatewayConfig(Optional<URI> url, byte[] secret) {

    private static final String URL = "computility.payment.gateway.url";
    private static final String SECRET = "computility.payment.gateway.secret";
    private static final int SHORTEST_SECRET = 32;

    /** The settings of this server. */
    static GatewayConfig current() {
        return from(Settings.ofServer());
    }

    static GatewayConfig from(Settings settings) {
        Optional<URI> url = settings.find(URL)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(URI::create);
        String secret = settings.find(SECRET).orElse("");
        if (url.isPresent() && secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_PAYMENT_GATEWAY_SECRET has at least " + SHORTEST_SECRET + " characters.");
        }
        return new GatewayConfig(url, secret.getBytes(StandardCharsets.UTF_8));
    }
}
