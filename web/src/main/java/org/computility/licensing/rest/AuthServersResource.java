package org.computility.licensing.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.licensing.online.AuthServerView;
import org.computility.licensing.online.AuthServers;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Authorization servers (T/BAX 0006.5 D.1 to D.5). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AuthServer")
@Produces(MediaType.APPLICATION_JSON)
public class AuthServersResource {

    @Inject
    private AuthServers servers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({"authorization server {answer} of {Provider}", "authorization server of {Provider}"})
    @Shape("AuthServerRegistration")
    public Integer register(AuthServerRequest request) {
        return servers.register(request.registration());
    }

    @PUT
    @Path("{ID}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("authorization server {ID}")
    @Shape("AuthServerUpdate")
    public void change(@PathParam("ID") String id, AuthServerRequest request) {
        servers.change(RecordNumber.read(id), request.change());
    }

    @DELETE
    @Path("{ID}")
    @Audited("authorization server {ID}")
    public void delete(@PathParam("ID") String id) {
        servers.delete(RecordNumber.read(id));
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AuthServerListRequest", emptyIsAbsent = true)
    public List<AuthServerView> search(AuthServerListRequest request) {
        return servers.search(request.search());
    }

    @GET
    @Path("{ID}")
    public AuthServerView detail(@PathParam("ID") String id) {
        return servers.get(RecordNumber.read(id));
    }
}
