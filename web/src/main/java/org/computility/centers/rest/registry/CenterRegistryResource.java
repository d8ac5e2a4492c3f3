package org.computility.centers.rest.registry;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.centers.probing.CenterAsking;
import org.computility.centers.registration.CenterChange;
import org.computility.centers.registration.CenterRegistration;
import org.computility.centers.registration.CenterView;
import org.computility.centers.registration.NewCenter;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The registered centers. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/centers")
@Produces(MediaType.APPLICATION_JSON)
public class CenterRegistryResource {

    @EJB
    private CenterRegistration centers;

    @EJB
    private CenterAsking asking;

    @POST
    @Audited("center {answer.id}")
    @Shape("NewCenter")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewCenter wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(centers.register(wanted))
                .build();
    }

    @GET
    public Listing<CenterView> list(@QueryParam("connected") String connected, @BeanParam PageQuery page) {
        return Listing.of(centers.page(null, Parameters.flag(connected), page.request()));
    }

    @GET
    @Path("{id}")
    public CenterView get(@PathParam("id") String id) {
        return centers.get(id);
    }

    @PATCH
    @Audited("center {id}")
    @Path("{id}")
    @Shape("CenterChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public CenterView change(@PathParam("id") String id, CenterChange change) {
        return centers.change(id, change);
    }

    @DELETE
    @Audited("center {id}")
    @Path("{id}")
    public void remove(@PathParam("id") String id, @QueryParam("force") boolean force) {
        centers.remove(id, force);
    }

    @POST
    @Audited("center {id}")
    @Path("{id}/probe")
    public CenterView probe(@PathParam("id") String id) {
        return asking.ask(id);
    }
}
