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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.centers.catalogue.ImageCatalogue;
import org.computility.centers.catalogue.ImageChange;
import org.computility.centers.catalogue.ImageSearch;
import org.computility.centers.catalogue.ImageView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** The images as operators keep them. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/images")
@Produces(MediaType.APPLICATION_JSON)
public class ImagesResource {

    @EJB
    private ImageCatalogue images;

    @POST
    @Audited("image {answer.id}")
    @Shape("NewJobImage")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(NewImageRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(images.offer(request.wanted()))
                .build();
    }

    @GET
    public Listing<ImageView> list(@QueryParam("centerId") String centerId, @BeanParam PageQuery page) {
        return Listing.of(
                images.page(new ImageSearch(Parameters.text(centerId), null, null, null, null, page.request())));
    }

    @GET
    @Path("{id}")
    public ImageView get(@PathParam("id") String id) {
        return images.get(id);
    }

    @PATCH
    @Audited("image {id}")
    @Path("{id}")
    @Shape("JobImageChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImageView change(@PathParam("id") String id, ImageChange change) {
        return images.change(id, change);
    }

    @DELETE
    @Audited("image {id}")
    @Path("{id}")
    public void withdraw(@PathParam("id") String id) {
        images.withdraw(id);
    }
}
