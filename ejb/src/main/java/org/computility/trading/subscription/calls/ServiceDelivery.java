package org.computility.trading.subscription.calls;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Unavailable;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundStream;
import org.computility.shared.space.AnswerMemory;
import org.computility.trading.subscription.ServiceSubscriptions;

/** Calls what was subscribed to (T/AI 123.12 A.4.3, A.5.3). No transaction is open while the service works. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceDelivery {

    private static final String WHOLE = "application/json, text/*;q=0.5";
    private static final String EVENTS = "text/event-stream, application/json;q=0.9, text/*;q=0.5";
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
        BegunCall call = begun(wanted);
        return whole(call, opened(call, wanted.input(), WHOLE));
    }

    /** As {@link #deliver}, for a caller who takes events as they come; a service that sends none is answered whole. */
    public Delivered stream(NewDelivery wanted) {
        BegunCall call = begun(wanted);
        OutboundStream answer = opened(call, wanted.input(), EVENTS);
        return answer.isSuccess() && ServiceStream.isOne(answer)
                ? new ServiceStream(call, answer)
                : whole(call, answer);
    }

    private BegunCall begun(NewDelivery wanted) {
        return BegunCall.of(subscriptions.licensed(wanted.kind(), wanted.address(), wanted.licence()), turns);
    }

    private OutboundStream opened(BegunCall call, ServiceInput input, String accept) {
        return call.orFailed(() -> call.open(outbound, input, accept, config.limits()));
    }

    private static ServiceOutput whole(BegunCall call, OutboundStream answer) {
        ServiceOutput output = call.orFailed(() -> {
            try (answer;
                    AnswerMemory.Room room = MEMORY.room()) {
                return call.read(answer, room::take);
            }
        });
        call.count(output.tokens());
        return output;
    }
}
