package org.computility.trading.subscription.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.RequestId;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.ServicePublishing;
import org.computility.trading.subscription.ServiceSubscribing;
import org.computility.trading.subscription.calls.ServiceDelivery;
import org.computility.trading.subscription.payment.ServiceSettlement;

/** Applications in the market (T/AI 123.12 A.5.1 to A.5.5). */
@RequestScoped
@InFamily(Family.TRADING)
@Path("v1/application")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {

    @EJB
    private ServicePublishing publishing;

    @EJB
    private ServiceSubscribing subscribing;

    @EJB
    private ServiceDelivery delivery;

    @EJB
    private ServiceSettlement settlement;

    @POST
    @Path("publish")
    @Audited({"publication {answer.publishId}", "application {appId}"})
    @Shape("ApplicationPublicationRequest")
    public PublishAnswer publish(ApplicationPublicationRequest request) {
        return new PublishAnswer(publishing.publish(request.publication()));
    }

    @POST
    @Path("subscribe")
    @Audited({"order {answer.orderId}", "publication {publishId}"})
    @Shape("ApplicationSubscriptionRequest")
    public SubscriptionAnswer subscribe(SubscriptionRequest request) {
        return SubscriptionAnswer.of(subscribing.subscribe(request.subscription(ServiceKind.APPLICATION)));
    }

    @POST
    @Path("delivery")
    @Audited("application at {url}")
    @Shape("ApplicationDeliveryRequest")
    @Produces({MediaType.APPLICATION_JSON, StreamedDelivery.EVENTS})
    public Response deliver(
            ApplicationDeliveryRequest request, @Context Request asked, @Context HttpServletRequest call) {
        return new StreamedDelivery(delivery, RequestId.of(call)).answer(asked, request.delivery());
    }

    @POST
    @Path("userSettlement")
    @Audited("order {orderId}")
    @Shape("ApplicationUserSettlementRequest")
    public OrderAnswer settle(UserSettlementRequest request) {
        return new OrderAnswer(settlement.settle(request.settlement(ServiceKind.APPLICATION)));
    }

    /** As table A.80 prints it, though it settles. */
    @GET
    @Path("userSettlement")
    @Consumes(MediaType.WILDCARD)
    @Audited("order {orderId}")
    public OrderAnswer settleByQuery(
            @QueryParam("subscriberId") String subscriberId,
            @QueryParam("orderId") String orderId,
            @QueryParam("paymentProof") String paymentProof) {
        return settle(UserSettlementRequest.of(subscriberId, orderId, paymentProof));
    }

    @POST
    @Path("providerSettlement")
    @Audited("order {orderId}")
    @Shape("ApplicationProviderSettlementRequest")
    public OrderAnswer payOut(ProviderSettlementRequest request) {
        return new OrderAnswer(settlement.payOut(request.payout(ServiceKind.APPLICATION)));
    }
}
