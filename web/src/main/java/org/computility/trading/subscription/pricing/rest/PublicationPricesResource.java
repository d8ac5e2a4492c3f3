package org.computility.trading.subscription.pricing.rest;

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
import java.util.Objects;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.subscription.billing.PriceTier;
import org.computility.trading.subscription.pricing.NewPublicationPrice;
import org.computility.trading.subscription.pricing.PriceAnnouncing;
import org.computility.trading.subscription.pricing.PublicationPriceView;

/** What a published model or application costs, from when on. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market/publications/{publishId}/prices")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationPricesResource {

    @EJB
    private PriceAnnouncing announcing;

    /** A price for much use. */
    public record Tier(long from, BigDecimal price) {}

    /** What a unit costs from when on. */
    public record Price(UsageUnit unit, BigDecimal price, List<Tier> tiers, Long freeQuota, Instant validFrom) {

        NewPublicationPrice read() {
            List<PriceTier> steps = Objects.requireNonNullElse(tiers, List.<Tier>of()).stream()
                    .map(tier -> new PriceTier(tier.from(), tier.price()))
                    .toList();
            return new NewPublicationPrice(unit, price, steps, Objects.requireNonNullElse(freeQuota, 0L), validFrom);
        }
    }

    /** All prices of the publication. */
    public record PriceList(List<PublicationPriceView> items) {}

    @GET
    public PriceList list(@PathParam("publishId") String publishId) {
        return new PriceList(announcing.prices(publishId));
    }

    @POST
    @Audited("price of publication {publishId}")
    @Shape("NewPublicationPrice")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(@PathParam("publishId") String publishId, Price price) {
        return Response.status(Response.Status.CREATED)
                .entity(announcing.announce(publishId, price.read()))
                .build();
    }
}
