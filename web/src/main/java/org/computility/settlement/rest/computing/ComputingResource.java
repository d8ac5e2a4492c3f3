package org.computility.settlement.rest.computing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.computility.settlement.computing.costs.CostGrouping;
import org.computility.settlement.computing.costs.CostSearch;
import org.computility.settlement.computing.costs.CostSumView;
import org.computility.settlement.computing.costs.EstimateView;
import org.computility.settlement.computing.costs.JobCosts;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What jobs would cost, and what they have cost. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/computing")
@Produces(MediaType.APPLICATION_JSON)
public class ComputingResource {

    @EJB
    private JobCosts costs;

    /** Sums, in the order of their keys. */
    public record Sums(List<CostSumView> items) {}

    @GET
    public Sums sums(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("by") String by) {
        CostGrouping grouping =
                Objects.requireNonNullElse(Parameters.oneOf(CostGrouping.class, by), CostGrouping.MONTH);
        return new Sums(costs.sums(new CostSearch(YearMonth.parse(from), YearMonth.parse(to), grouping)));
    }

    @GET
    @Path("estimate")
    public EstimateView estimate(
            @QueryParam("specId") String spec,
            @QueryParam("nodeCount") String nodeCount,
            @QueryParam("seconds") String seconds) {
        int nodes = Objects.requireNonNullElse(Parameters.number(nodeCount), 1);
        return costs.estimate(spec, nodes, Parameters.number(seconds));
    }
}
