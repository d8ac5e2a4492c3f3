package org.computility.shared;

import java.util.Optional;
import java.util.UUID;

/** UUIDs as RFC 9562 writes them: 36 characters, in any case. {@link UUID#fromString} also takes shorter texts. */
public final class UuidText {

    private static final int LENGTH = 36;

    private UuidText() {}

    /** The UUID, or empty where the text is none or null. */
    public static Optional<UUID> read(String text) {
        if (text == null || text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static boolean isOne(String text) {
        return read(text).isPresent();
    }
}
