package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.computility.audit.AuditNote;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.identity.accounts.OrganisationView;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;

/** Organisations. */
@RequestScoped
@Path("platform/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @EJB
    private OrganisationAdministration organisations;

    @Inject
    private AuditNote audit;

    /** A name for a new organisation. */
    public record NewOrganisation(String name) {}

    @POST
    @Shape("NewOrganisation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response found(NewOrganisation request) {
        OrganisationView organisation = organisations.found(request.name());
        audit.on("organisation " + organisation.id());
        return Response.status(Response.Status.CREATED).entity(organisation).build();
    }

    @GET
    public Listing<OrganisationView> list(@QueryParam("name") String name, @BeanParam PageQuery page) {
        return Listing.of(organisations.list(Parameters.text("name", name), page.request()));
    }

    @GET
    @Path("{id}")
    public OrganisationView get(@PathParam("id") String id) {
        return organisations.get(Parameters.uuid("id", id));
    }
}
