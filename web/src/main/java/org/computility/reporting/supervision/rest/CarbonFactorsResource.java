package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.computility.energy.carbon.CarbonFactorView;
import org.computility.reporting.supervision.CenterEnergy;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** How much carbon dioxide a reported center's electricity makes. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/centers/{id}/carbon-factors")
@Produces(MediaType.APPLICATION_JSON)
public class CarbonFactorsResource {

    private static final int PLACES = 6;

    @EJB
    private CenterEnergy energy;

    /** What holds from an instant on; a null factor: none. */
    public record CarbonFactorRequest(String validFrom, BigDecimal kgPerKwh) {}

    @GET
    public List<CarbonFactorView> list(@PathParam("id") String id) {
        return energy.factors(CenterId.read(id));
    }

    @PUT
    @Audited("carbon factor of center {id}")
    @Shape("CarbonFactorRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<CarbonFactorView> say(@PathParam("id") String id, CarbonFactorRequest said) {
        if (said.kgPerKwh() != null && said.kgPerKwh().stripTrailingZeros().scale() > PLACES) {
            throw new Rejected("member-invalid", "kgPerKwh", "kgPerKwh has at most six decimal places.");
        }
        return energy.say(CenterId.read(id), Parameters.instant("validFrom", said.validFrom()), said.kgPerKwh());
    }
}
