package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.computility.energy.MeterKind;
import org.computility.energy.meters.MeterView;
import org.computility.energy.meters.NewMeter;
import org.computility.reporting.supervision.CenterMeters;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The meters of a reported center. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/centers/{id}/meters")
@Produces(MediaType.APPLICATION_JSON)
public class CenterMetersResource {

    @EJB
    private CenterMeters meters;

    /** A meter to be taken into service; null: absent. Values of meters are texts: exact, whatever a client makes of numbers. */
    public record MeterRequest(String code, MeterKind kind, String name, String modulus) {}

    @GET
    public List<MeterView> list(@PathParam("id") String id) {
        return meters.list(CenterId.read(id));
    }

    @POST
    @Audited("meter {code} of center {id}")
    @Shape("MeterRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public MeterView open(@PathParam("id") String id, MeterRequest wanted) {
        BigDecimal modulus = wanted.modulus() == null ? null : new BigDecimal(wanted.modulus());
        return meters.open(CenterId.read(id), new NewMeter(wanted.code(), wanted.kind(), wanted.name(), modulus));
    }

    @DELETE
    @Audited("meter {code} of center {id}")
    @Path("{code}")
    public MeterView retire(@PathParam("id") String id, @PathParam("code") String code) {
        return meters.retire(CenterId.read(id), code);
    }
}
