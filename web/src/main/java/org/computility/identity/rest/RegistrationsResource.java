package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.identity.registration.NewRegistration;
import org.computility.identity.registration.RegistrationAdministration;
import org.computility.identity.registration.RegistrationApproval;
import org.computility.identity.registration.RegistrationDesk;
import org.computility.identity.registration.RegistrationState;
import org.computility.identity.registration.RegistrationView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.RecordsItsChanges;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Registrations: who asks for an account, and what is answered (T/AI 123.8, clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

    @Inject
    private RegistrationDesk desk;

    @EJB
    private RegistrationAdministration registrations;

    /** Why a registration is refused. */
    public record Refusal(String reason) {}

    @Open
    @POST
    @RecordsItsChanges(refusals = false)
    @Shape("NewRegistration")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewRegistration request) {
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(desk.ask(request))
                .build();
    }

    @GET
    public Listing<RegistrationView> list(@QueryParam("state") String state, @BeanParam PageQuery page) {
        return Listing.of(registrations.list(Parameters.oneOf(RegistrationState.class, state), page.request()));
    }

    @GET
    @Path("{id}")
    public RegistrationView get(@PathParam("id") String id) {
        return registrations.get(Parameters.uuid("id", id));
    }

    /** For the applicant, who has no token yet. */
    @Open
    @GET
    @Path("{id}/state")
    public Response state(@PathParam("id") String id, @HeaderParam("X-Registration-Secret") String secret) {
        return Response.ok(registrations.state(Parameters.uuid("id", id), secret))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Audited("registration {id}")
    @Path("{id}/approval")
    @Shape("RegistrationApproval")
    @Consumes(MediaType.APPLICATION_JSON)
    public RegistrationView approve(@PathParam("id") String id, RegistrationApproval approval) {
        return registrations.approve(Parameters.uuid("id", id), approval);
    }

    @POST
    @Audited("registration {id}")
    @Path("{id}/refusal")
    @Shape("RegistrationRefusal")
    @Consumes(MediaType.APPLICATION_JSON)
    public RegistrationView refuse(@PathParam("id") String id, Refusal refusal) {
        return registrations.refuse(Parameters.uuid("id", id), refusal.reason());
    }
}
