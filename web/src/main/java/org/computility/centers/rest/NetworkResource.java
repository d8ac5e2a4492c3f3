package org.computility.centers.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.centers.catalogue.ImageCatalogue;
import org.computility.centers.resources.ResourceListing;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What the network offers (T/AI 123.8 A.3 to A.5). */
@RequestScoped
@InFamily(Family.NETWORK)
@Path("/resource")
@Produces(MediaType.APPLICATION_JSON)
public class NetworkResource {

    @EJB
    private ResourceListing listing;

    @EJB
    private ImageCatalogue images;

    @GET
    @Path("specs")
    public SpecList specs(@QueryParam("centerId") String centerId, @BeanParam ListQuery page) {
        return SpecList.of(listing.specs(Parameters.text(centerId), page.request("resourceSpecId")));
    }

    @GET
    @Path("idle")
    public IdleList idle(@QueryParam("centerId") String centerId) {
        return IdleList.of(listing.resources(Parameters.text(centerId)));
    }

    @GET
    @Path("images")
    public ImageList images(@BeanParam ImageQuery query, @BeanParam ListQuery page) {
        return ImageList.of(images.page(query.search(page.request("imageId"))));
    }
}
