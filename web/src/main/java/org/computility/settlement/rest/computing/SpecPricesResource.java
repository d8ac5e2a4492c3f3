package org.computility.settlement.rest.computing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.settlement.computing.costs.NewSpecPrice;
import org.computility.settlement.computing.costs.SpecPriceView;
import org.computility.settlement.computing.costs.SpecPrices;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Prices of a resource spec (T/AI 123.8 clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/specs/{specId}/prices")
@Produces(MediaType.APPLICATION_JSON)
public class SpecPricesResource {

    @EJB
    private SpecPrices prices;

    /** What a second, or a call, costs from when on. */
    public record Price(UsageUnit unit, BigDecimal unitPrice, String currency, Instant validFrom) {

        NewSpecPrice read() {
            return new NewSpecPrice(unit, unitPrice, currency, validFrom);
        }
    }

    /** All prices of the spec. */
    public record PriceList(List<SpecPriceView> items) {}

    @GET
    public PriceList list(@PathParam("specId") String spec) {
        return new PriceList(prices.prices(spec));
    }

    @POST
    @Audited("price of spec {specId}")
    @Shape("NewSpecPrice")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(@PathParam("specId") String spec, Price price) {
        return Response.status(Response.Status.CREATED)
                .entity(prices.publish(spec, price.read()))
                .build();
    }
}
