package org.computility.trading.subscription.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.BusinessFailure;
import org.computility.shared.rest.family.Failures;
import org.computility.shared.rest.family.Family;
import org.computility.trading.subscription.calls.Delivered;
import org.computility.trading.subscription.calls.NewDelivery;
import org.computility.trading.subscription.calls.ServiceDelivery;
import org.computility.trading.subscription.calls.ServiceOutput;
import org.computility.trading.subscription.calls.ServiceStream;

/**
 * Answers a call in the envelope or, where {@code Accept} prefers {@code text/event-stream}, event by event. A stream has its
 * status before its end is known; so one that fails ends with an {@code event: error}, whose data is the refusal.
 *
 * @param requestId of the call
 */
record StreamedDelivery(ServiceDelivery delivery, String requestId) {

    static final String EVENTS = "text/event-stream";

    /** A comment, which readers of events skip. Jersey sends nothing, flushed or not, before there are more than 8 KiB. */
    private static final byte[] OPENING = (":" + " ".repeat(8 * 1024) + "\n").getBytes(UTF_8);

    private static final Logger LOG = Logger.getLogger(StreamedDelivery.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final MediaType EVENT_STREAM = MediaType.valueOf(EVENTS);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, EVENT_STREAM).build();

    Response answer(Request asked, NewDelivery wanted) {
        Variant form = asked.selectVariant(FORMS);
        Delivered delivered = form != null && EVENT_STREAM.isCompatible(form.getMediaType())
                ? delivery.stream(wanted)
                : delivery.deliver(wanted);
        return delivered instanceof ServiceStream stream
                ? events(stream)
                : Response.ok(DeliveryAnswer.of((ServiceOutput) delivered), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private Response events(ServiceStream stream) {
        CacheControl live = new CacheControl();
        live.setNoCache(true);
        live.setPrivate(true);
        return Response.ok((StreamingOutput) out -> send(stream, out), EVENT_STREAM)
                .cacheControl(live)
                .build();
    }

    private void send(ServiceStream stream, OutputStream out) throws IOException {
        try {
            stream.sendTo(out, OPENING);
        } catch (BusinessFailure e) {
            tell(Failures.sent(e, Family.TRADING, requestId), out);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Request " + requestId + " failed");
            tell(Failures.sent(500, Family.TRADING, requestId), out);
        }
    }

    /** The service may have stopped within a line. */
    private static void tell(Failures.Sent refusal, OutputStream out) throws IOException {
        String event = "\n\nevent: error\ndata: " + JSON.toJson(refusal.body()) + "\n\n";
        out.write(event.getBytes(UTF_8));
    }
}
