package org.computility.shared.outbound.parcels;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.computility.shared.keys.KeyedHash;

/** What a receiver and the platform sign with. */
public record Signer(KeyedHash algorithm, byte[] secret) {

    /**
     * The headers of a JSON body: when it was signed, in seconds since 1970, and the signature of that, a line feed and the body.
     *
     * @param family how the names of the headers begin, {@code X-Notification}
     */
    public Map<String, String> headers(String family, String body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put(family + "-Timestamp", timestamp);
        headers.put(family + "-Signature", algorithm.word() + " " + algorithm.sign(secret, timestamp + "\n" + body));
        return headers;
    }
}
