package org.computility.connector.jobs.protocol.slurm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A JSON Web Token as Slurm's {@code auth/jwt} takes it: HS256, and valid for a few minutes only. */
final class Token {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private Token() {}

    /** @param user a plain name */
    static String of(String user, byte[] key, Instant now) {
        String claims = "{\"iat\":" + now.getEpochSecond()
                + ",\"exp\":" + now.plus(LIFE).getEpochSecond()
                + ",\"sun\":\"" + user + "\"}";
        String signed =
                part(HEADER.getBytes(StandardCharsets.UTF_8)) + "." + part(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
