package org.computility.federation.calls;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import org.computility.shared.outbound.OutboundAnswer;

/** How TC609 wraps answers: {@code code}, {@code msg}, and what was asked for. */
final class Envelope {

    private static final int SUCCESS = 200;
    private static final int BUSY = 429;
    private static final int UNAUTHENTICATED = 401;
    private static final int DENIED = 403;
    private static final int SERVER_ERRORS = 500;

    private Envelope() {}

    /**
     * The whole envelope of a call that went well.
     *
     * @throws PlatformRefusal in the platform's words
     * @throws PlatformAway where the answer says nothing of what was sent
     */
    static JsonObject success(OutboundAnswer answer) throws PlatformRefusal {
        requireWell(answer);
        JsonObject envelope = read(answer);
        int code = envelope.getInt("code", -1);
        if (code == SUCCESS && answer.isSuccess()) {
            return envelope;
        }
        String words = code + " " + envelope.getString("msg", "");
        if (answer.status() == UNAUTHENTICATED || answer.status() == DENIED) {
            throw new PlatformAway(PlatformAway.Cause.CLOSED, "does not let us in: " + words);
        }
        throw new PlatformRefusal(words);
    }

    /** An answer without an envelope. It fails as {@link #success} does. */
    static JsonObject plain(OutboundAnswer answer) throws PlatformRefusal {
        requireWell(answer);
        if (answer.status() == UNAUTHENTICATED || answer.status() == DENIED) {
            throw new PlatformAway(PlatformAway.Cause.CLOSED, "does not let us in: " + answer.status());
        }
        if (!answer.isSuccess()) {
            throw new PlatformRefusal("The other platform answered with the status " + answer.status() + ".");
        }
        return read(answer);
    }

    private static void requireWell(OutboundAnswer answer) {
        if (answer.status() >= SERVER_ERRORS || answer.status() == BUSY) {
            throw new PlatformAway(
                    answer.status() == BUSY ? PlatformAway.Cause.BUSY : PlatformAway.Cause.BROKEN,
                    "answered with the status " + answer.status());
        }
    }

    private static JsonObject read(OutboundAnswer answer) throws PlatformRefusal {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            if (!answer.isSuccess()) {
                throw new PlatformRefusal(answer.status() + " without a word of TC609");
            }
            throw new PlatformAway(
                    PlatformAway.Cause.SILENT, "answered " + answer.status() + " with something else than TC609");
        }
    }
}
