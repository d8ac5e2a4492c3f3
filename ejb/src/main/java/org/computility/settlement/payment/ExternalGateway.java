package org.computility.settlement.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.settlement.Money;
import org.computility.shared.Conflict;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.KeyedHash;

/** The platform's side of the external gateway: where to pay, and whether it is the gateway that confirms. */
final class ExternalGateway {

    /** What is older, or more ahead, is no longer believed: nobody can keep a confirmation for later. */
    private static final Duration LATENESS = Duration.ofMinutes(5);

    private static final int TIMESTAMP_DIGITS = 12;

    private final GatewayConfig config;

    ExternalGateway(GatewayConfig config) {
        this.config = config;
    }

    /** Conflict {@code payment-gateway-missing} where none is configured. */
    void require() {
        if (config.url().isEmpty()) {
            throw new Conflict(
                    "payment-gateway-missing",
                    "This platform has no payment gateway: an administrator records deposits, or sets "
                            + "COMPUTILITY_PAYMENT_GATEWAY_URL.");
        }
    }

    /** Where to pay it: the gateway's address with what is to be paid, signed; null without a gateway. */
    String payAt(ExternalPayment payment) {
        Money money = payment.money();
        String amount = money.amount().toPlainString();
        String signed = String.join("\n", payment.id().toString(), amount, money.currency());
        return config.url()
                .map(URI::toString)
                .map(url -> url + (url.contains("?") ? '&' : '?') + "payment=" + payment.id() + "&amount=" + amount
                        + "&currency=" + money.currency() + "&signature="
                        + KeyedHash.HMAC_SM3.sign(config.secret(), signed))
                .orElse(null);
    }

    /** Returns for the gateway's own word of now; else Unauthenticated {@code payment-signature-wrong}. */
    void check(GatewayConfirmation confirmation, Instant now) {
        require();
        boolean good = confirmation.signature() != null
                && Stream.of(KeyedHash.values())
                        .anyMatch(hash -> of(hash, confirmation.signature())
                                .filter(hex -> hash.isSignature(hex, config.secret(), confirmation.signed()))
                                .isPresent());
        if (!good || !isOfNow(confirmation.timestamp(), now)) {
            throw new Unauthenticated(
                    "payment-signature-wrong",
                    "X-Payment-Signature is HMAC-SM3 or HMAC-SHA256 and the signature of this confirmation, not older than "
                            + LATENESS.toMinutes() + " minutes.");
        }
    }

    private static Optional<String> of(KeyedHash hash, String signature) {
        String head = hash.word() + " ";
        return signature.startsWith(head)
                ? Optional.of(signature.substring(head.length()).strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isOfNow(String timestamp, Instant now) {
        if (timestamp == null || !timestamp.matches("[0-9]{1," + TIMESTAMP_DIGITS + "}")) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signedAt, now).abs().compareTo(LATENESS) <= 0;
    }
}
