package org.computility.reporting.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.reporting.signing.SignMode;
import org.computility.reporting.signing.SignSettingView;
import org.computility.reporting.signing.Signatures;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** How closely the signatures of an account are checked. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/sign-checks/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
public class SignSettingsResource {

    @EJB
    private Signatures signatures;

    /** What is wanted from now on. */
    public record SignSettingRequest(SignMode mode) {}

    @GET
    public SignSettingView get(@PathParam("accountId") String accountId) {
        return signatures.setting(Parameters.uuid("accountId", accountId));
    }

    @PUT
    @Audited("sign check of {accountId}")
    @Shape("SignSettingRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public SignSettingView set(@PathParam("accountId") String accountId, SignSettingRequest wanted) {
        return signatures.set(Parameters.uuid("accountId", accountId), wanted.mode());
    }
}
