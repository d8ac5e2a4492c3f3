package org.computility.trading;

import jakarta.json.bind.annotation.JsonbProperty;

/** Whether something stands in the market, as tables A.6 to A.27 answer: {@code YES} or {@code NO}. */
public record PublicationView(
        @JsonbProperty("publish_status") String publishStatus) {

    public static PublicationView of(boolean published) {
        return new PublicationView(word(published));
    }

    /** {@code YES} or {@code NO}. */
    public static String word(boolean published) {
        return published ? "YES" : "NO";
    }
}
