package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.computility.identity.KeyScope;
import org.computility.identity.keys.KeyAdministration;
import org.computility.identity.keys.KeyView;
import org.computility.identity.keys.NewKey;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Keys of applications (T/AI 123.8, clause 7.1). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    @EJB
    private KeyAdministration keys;

    /**
     * A key to be made.
     *
     * @param expiresAt ISO 8601 with an offset
     */
    public record NewKeyRequest(String name, Set<KeyScope> scopes, String expiresAt) {}

    @POST
    @Audited("key {answer.id}")
    @Shape("NewKey")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewKeyRequest request) {
        NewKey wanted =
                new NewKey(request.name(), request.scopes(), Parameters.instant("expiresAt", request.expiresAt()));
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(keys.make(wanted))
                .build();
    }

    @GET
    public Listing<KeyView> list(@QueryParam("accountId") String accountId, @BeanParam PageQuery page) {
        return Listing.of(keys.list(Parameters.uuid("accountId", accountId), page.request()));
    }

    @DELETE
    @Audited("key {id}")
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(Parameters.uuid("id", id));
    }
}
