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

/** What licence files allow a capability, and how much of it is in use (T/BAX 0006.5 E.5). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/License/Quota/{AlgoDefCode}")
@Produces(MediaType.APPLICATION_JSON)
public class LicenseQuotaResource {

    @Inject
    private LicenceQuotas quotas;

    @GET
    public AuthQuotaView get(@PathParam("AlgoDefCode") String algoDefCode) {
        return quotas.offline(algoDefCode);
    }
}
