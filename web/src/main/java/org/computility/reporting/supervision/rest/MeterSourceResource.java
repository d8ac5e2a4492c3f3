package org.computility.reporting.supervision.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.energy.sources.ProbeView;
import org.computility.reporting.supervision.CenterMeterSources;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Where the platform reads a meter itself. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/meters/{code}/source")
@Produces(MediaType.APPLICATION_JSON)
public class MeterSourceResource {

    @EJB
    private CenterMeterSources sources;

    @GET
    public MeterSourceView get(@PathParam("code") String code) {
        return MeterSourceView.of(sources.get(code));
    }

    @PUT
    @Audited("source of meter {code}")
    @Shape("MeterSourceRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public MeterSourceView set(@PathParam("code") String code, MeterSourceRequest wanted) {
        return MeterSourceView.of(sources.set(code, wanted.read()));
    }

    @DELETE
    @Audited("source of meter {code}")
    public MeterSourceView remove(@PathParam("code") String code) {
        return MeterSourceView.of(sources.remove(code));
    }

    @POST
    @Path("probe")
    @Audited("probe of meter {code}")
    public ProbeView probe(@PathParam("code") String code) {
        return sources.probe(code);
    }
}
