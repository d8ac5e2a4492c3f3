package org.computility.trading.subscription.calls;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.database.Collision;
import org.computility.shared.outbound.OutboundAnswer;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundRoom;
import org.computility.shared.space.AnswerMemory;
import org.computility.trading.subscription.ServiceSubscriptions;
import org.computility.trading.subscription.SubscribedService;

/** Calls what was subscribed to (T/AI 123.12 A.4.3, A.5.3). No transaction is open while the service works. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceDelivery {

    private static final Logger LOG = Logger.getLogger(ServiceDelivery.class.getName());
    private static final int TRIES = 4;
    private static final AnswerMemory MEMORY = AnswerMemory.ofThisServer();

    @EJB
    ServiceSubscriptions subscriptions;

    @EJB
    DeliveryTurns turns;

    @Inject
    OutboundCalls outbound;

    DeliveryConfig config;

    @PostConstruct
    void configure() {
        config = DeliveryConfig.current();
    }

    /**
     * Hands the input to the service, and answers its output. A call that is answered counts once; what fails costs nothing.
     *
     * @throws BusinessFailure before the call, as {@link ServiceSubscriptions#licensed} and {@link DeliveryTurns#begin}
     * @throws Unavailable after it, with 502 or 504: the service did not serve
     */
    public ServiceOutput deliver(NewDelivery wanted) {
        SubscribedService service = subscriptions.licensed(wanted.kind(), wanted.address(), wanted.licence());
        UUID call = turns.begin(service);
        ServiceOutput output;
        try (AnswerMemory.Room room = MEMORY.room()) {
            output = called(service, call, wanted.input(), room::take);
        } catch (BusinessFailure refusal) {
            turns.failed(call, refusal.code());
            throw refusal;
        } catch (RuntimeException e) {
            turns.failed(call, "internal");
            throw e;
        }
        counted(service, call, output);
        return output;
    }

    private ServiceOutput called(SubscribedService service, UUID call, ServiceInput input, OutboundRoom room) {
        Member address = service.kind().address();
        OutboundAnswer answer = answered(service, call, input, room);
        if (!answer.isSuccess()) {
            throw failed("service-failed", address, "answered with the status " + answer.status());
        }
        ServiceOutput output = ServiceOutput.read(answer)
                .orElseThrow(() -> failed("service-answer-unreadable", address, "answered neither JSON nor text"));
        if (service.countsTokens() && output.tokens().isEmpty()) {
            throw failed("service-tokens-untold", address, "is paid by the token, and tells no usage.total_tokens");
        }
        return output;
    }

    private OutboundAnswer answered(SubscribedService service, UUID call, ServiceInput input, OutboundRoom room) {
        Member address = service.kind().address();
        byte[] body = input.text().getBytes(StandardCharsets.UTF_8);
        try {
            return outbound.post(
                    address, service.address(), headers(service, call, input), body, config.limits(), room);
        } catch (OutboundFailed e) {
            throw switch (e.reason()) {
                case LATE -> Unavailable.gatewayTimeout("service-late", address, words(e.getMessage()));
                case TOO_LARGE -> failed("service-answer-too-large", address, e.getMessage());
                case BUSY -> new Unavailable("server-busy", words(e.getMessage()), Duration.ofSeconds(1));
                case UNREACHABLE -> failed("service-unreachable", address, e.getMessage());
            };
        }
    }

    private static Unavailable failed(String code, Member address, String how) {
        return Unavailable.badGateway(code, address, words(how));
    }

    private static String words(String how) {
        return "The service behind {member} " + how + ". The call costs nothing.";
    }

    private static Map<String, String> headers(SubscribedService service, UUID call, ServiceInput input) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", input.type());
        headers.put("Accept", "application/json, text/*;q=0.5");
        headers.put("X-Request-ID", call.toString());
        if (service.credential() != null) {
            headers.put("Authorization", service.credential());
        }
        return headers;
    }

    private void counted(SubscribedService service, UUID call, ServiceOutput output) {
        try {
            count(call, output);
        } catch (Rejected e) {
            turns.failed(call, "service-tokens-untold");
            throw failed("service-tokens-untold", service.kind().address(), "tells more tokens than can be paid");
        }
    }

    /** Here, since whoever repeated the whole would call the service again. */
    private void count(UUID call, ServiceOutput output) {
        for (int left = TRIES - 1; ; left--) {
            try {
                turns.answered(call, output.tokens());
                return;
            } catch (RuntimeException e) {
                if (!Collision.isOne(e)) {
                    throw e;
                }
                if (left <= 0) {
                    LOG.log(Level.WARNING, e, () -> "The call " + call + " was answered and could not be counted.");
                    // Without the cause: a collision has the whole request repeated, and the service called again.
                    throw new IllegalStateException("The call " + call + " could not be counted.");
                }
            }
        }
    }
}
