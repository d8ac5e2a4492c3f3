package org.computility.trading.subscription.calls;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.computility.shared.BusinessFailure;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundStream;

/** What a service puts out as events that come one by one ({@code text/event-stream}). */
public final class ServiceStream implements Delivered {

    private static final int CHUNK = 8 * 1024;

    private final BegunCall call;
    private final OutboundStream answer;

    ServiceStream(BegunCall call, OutboundStream answer) {
        this.call = call;
        this.answer = answer;
    }

    static boolean isOne(OutboundStream answer) {
        return answer.type().toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    /**
     * Passes on what comes, as it comes, and counts the call when the service has ended. A caller who leaves before has used
     * the service all the same: the rest is read for nobody, and counted.
     *
     * @param opening what goes before all that comes
     * @throws BusinessFailure as {@link ServiceDelivery#deliver}, after what had come by then: the call costs nothing
     */
    public void sendTo(OutputStream caller, byte[] opening) {
        StreamedTokens tokens = new StreamedTokens();
        call.orFailed(() -> {
            pass(caller, opening, tokens);
            call.requireTokens(tokens.told());
            return null;
        });
        call.count(tokens.told());
    }

    private void pass(OutputStream caller, byte[] opening, StreamedTokens tokens) {
        byte[] buffer = new byte[CHUNK];
        try (answer) {
            boolean listens = sent(caller, opening, opening.length);
            for (int count = answer.read(buffer); count >= 0; count = answer.read(buffer)) {
                tokens.hear(buffer, count);
                listens = listens && sent(caller, buffer, count);
            }
        } catch (OutboundFailed e) {
            throw call.failure(e);
        }
    }

    private static boolean sent(OutputStream caller, byte[] buffer, int count) {
        try {
            caller.write(buffer, 0, count);
            caller.flush();
            return true;
        } catch (IOException | RuntimeException e) {
            // Servers differ in what they throw when the connection is gone.
            return false;
        }
    }
}
