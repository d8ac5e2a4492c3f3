package org.computility.centers.rest;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.centers.catalogue.SpecCatalogue;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The resource specs as operators keep them. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/specs")
@Produces(MediaType.APPLICATION_JSON)
public class SpecsResource {

    @EJB
    private SpecCatalogue specs;

    /** Another name. */
    public record SpecChange(String name) {}

    @POST
    @Audited("resource spec {answer.id}")
    @Shape("NewResourceSpec")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(NewSpecRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(SpecPictureView.of(specs.offer(request.wanted())))
                .build();
    }

    @GET
    public Listing<SpecPictureView> list(@BeanParam PageQuery page) {
        return Listing.of(specs.page(page.request()).map(SpecPictureView::of));
    }

    @GET
    @Path("{id}")
    public SpecPictureView get(@PathParam("id") String id) {
        return SpecPictureView.of(specs.get(id));
    }

    @PATCH
    @Audited("resource spec {id}")
    @Path("{id}")
    @Shape("ResourceSpecChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public SpecPictureView rename(@PathParam("id") String id, SpecChange change) {
        return SpecPictureView.of(specs.rename(id, change.name()));
    }

    @DELETE
    @Audited("resource spec {id}")
    @Path("{id}")
    public void withdraw(@PathParam("id") String id) {
        specs.withdraw(id);
    }
}
