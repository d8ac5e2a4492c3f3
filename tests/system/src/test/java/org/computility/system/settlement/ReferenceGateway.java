package org.computility.system.settlement;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.computility.system.Answer;
import org.computility.system.Platform;

/** A payment gateway as {@code docs/settlement.md} asks for one: it checks what it is to collect, and confirms what it has. */
final class ReferenceGateway {

    private final Platform platform;
    private final String secret;

    ReferenceGateway(Platform platform, String secret) {
        this.platform = platform;
        this.secret = secret;
    }

    /** Somebody pays at this address; the platform's answer to the confirmation. */
    Answer pay(String payAt, String reference) {
        Map<String, String> order = query(payAt);
        String lines = String.join("\n", order.get("payment"), order.get("amount"), order.get("currency"));
        if (!sign("HMac-SM3", lines).equals(order.get("signature"))) {
            throw new AssertionError("Nobody asked for this payment: " + payAt);
        }
        return confirm(order.get("payment"), order.get("amount"), reference, now(), "HMAC-SM3");
    }

    /** The confirmation of any payment, signed at that time. */
    Answer confirm(String payment, String amount, String reference, String timestamp, String algorithm) {
        String jce = algorithm.equals("HMAC-SM3") ? "HMac-SM3" : "HmacSHA256";
        String signature = sign(jce, String.join("\n", timestamp, payment, amount, "CNY", reference));
        return send(payment, amount, reference, timestamp, algorithm + " " + signature);
    }

    /** The same with any signature. */
    Answer send(String payment, String amount, String reference, String timestamp, String signature) {
        JsonObject body = Json.createObjectBuilder()
                .add("amount", new BigDecimal(amount))
                .add("currency", "CNY")
                .add("reference", reference)
                .build();
        var stranger = platform.anonymous();
        return stranger.send(stranger.request("platform/v1/settlement/payments/" + payment + "/confirmation")
                .header("Content-Type", "application/json")
                .header("X-Payment-Timestamp", timestamp)
                .header("X-Payment-Signature", signature)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private String sign(String algorithm, String lines) {
        try {
            Mac mac = Mac.getInstance(algorithm, new BouncyCastleProvider());
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
