package org.computility.trading;

import jakarta.json.bind.annotation.JsonbProperty;

/** Whether something stands in the market, as tables A.6 to A.27 answer: {@code YES} or {@code NO}. */
public record PublicationStatus(
        @JsonbProperty("publish_status") String publishStatus) {

    public static PublicationStatus of(boolean published) {
        return new PublicationStatus(word(published));
    }

    /** {@code YES} or {@code NO}. */
    public static String word(boolean published) {
        return published ? "YES" : "NO";
    }
}
