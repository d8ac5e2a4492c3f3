package org.computility.settlement.computing.costs;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.computility.jobs.JobPrices;

/** Prices of specs for the choice of a center. */
@ApplicationScoped
public class PricesForJobs implements JobPrices {

    @EJB
    SpecPrices prices;

    @Override
    public Optional<BigDecimal> ofSecond(String specId) {
        return prices.now(specId).map(SpecPriceView::unitPrice);
    }
}
