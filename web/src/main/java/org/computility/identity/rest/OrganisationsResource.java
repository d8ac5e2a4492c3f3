package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.identity.accounts.OrganisationView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Organisations. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @EJB
    private OrganisationAdministration organisations;

    /** A name for a new organisation. */
    public record NewOrganisation(String name) {}

    @POST
    @Audited("organisation {answer.id}")
    @Shape("NewOrganisation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response found(NewOrganisation request) {
        return Response.status(Response.Status.CREATED)
                .entity(organisations.found(request.name()))
                .build();
    }

    @GET
    public Listing<OrganisationView> list(@QueryParam("name") String name, @BeanParam PageQuery page) {
        return Listing.of(organisations.list(Parameters.text(name), page.request()));
    }

    @GET
    @Path("{id}")
    public OrganisationView get(@PathParam("id") String id) {
        return organisations.get(Parameters.uuid("id", id));
    }
}
