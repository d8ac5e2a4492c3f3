package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.payment.Deposits;
import org.computility.settlement.payment.NewDeposit;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Money that was paid in. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/deposits")
@Produces(MediaType.APPLICATION_JSON)
public class DepositsResource {

    @EJB
    private Deposits deposits;

    /** Who paid how much. */
    public record Deposit(UUID account, BigDecimal amount, String currency, String reference) {

        NewDeposit read() {
            Money money = new Money(amount, Objects.requireNonNullElse(currency, Money.CNY));
            return new NewDeposit(account, money, reference);
        }
    }

    @POST
    @Audited("deposit {reference} of organisation {account}")
    @Shape("NewDeposit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(Deposit paid) {
        return Response.status(Response.Status.CREATED)
                .entity(deposits.record(paid.read()))
                .build();
    }
}
