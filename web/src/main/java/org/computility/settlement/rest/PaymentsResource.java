package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Objects;
import org.computility.settlement.Money;
import org.computility.settlement.payment.ExternalPaymentView;
import org.computility.settlement.payment.GatewayConfirmation;
import org.computility.settlement.payment.GatewayPayments;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Payments through the external gateway. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    @EJB
    private GatewayPayments payments;

    /** How much is to be paid. */
    public record Payment(BigDecimal amount, String currency) {

        Money money() {
            return new Money(amount, Objects.requireNonNullElse(currency, Money.CNY));
        }
    }

    /** What the gateway has. */
    public record Paid(BigDecimal amount, String currency, String reference) {}

    @POST
    @Audited({"external payment {answer.id}", "external payment"})
    @Shape("NewExternalPayment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(Payment wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(payments.open(wanted.money()))
                .build();
    }

    @GET
    public Listing<ExternalPaymentView> list(@BeanParam PageQuery page) {
        return Listing.of(payments.list(page.request()));
    }

    @GET
    @Path("{id}")
    public ExternalPaymentView get(@PathParam("id") String id) {
        return payments.get(Parameters.uuid("id", id));
    }

    /** The gateway's own call; it has no token, but a signature. */
    @POST
    @Open
    @Path("{id}/confirmation")
    @Audited("external payment {id}")
    @Shape("ExternalPaymentConfirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    public ExternalPaymentView confirm(
            @PathParam("id") String id,
            @HeaderParam("X-Payment-Timestamp") String timestamp,
            @HeaderParam("X-Payment-Signature") String signature,
            Paid paid) {
        Money money = new Money(paid.amount(), Objects.requireNonNullElse(paid.currency(), Money.CNY));
        return payments.confirm(
                new GatewayConfirmation(Parameters.uuid("id", id), money, paid.reference(), timestamp, signature));
    }
}
