package org.computility.planning.quotas.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.planning.quotas.AuthQuotaView;
import org.computility.planning.quotas.LicenceQuotas;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What the authorization server of a capability's provider says (T/BAX 0006.5 D.6). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AuthServer/Quota/{AlgoDefCode}")
@Produces(MediaType.APPLICATION_JSON)
public class AuthServerQuotaResource {

    @Inject
    private LicenceQuotas quotas;

    @GET
    public AuthQuotaView get(@PathParam("AlgoDefCode") String algoDefCode) {
        return quotas.online(algoDefCode);
    }
}
