package org.computility.trading.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.licences.LicenceCheck;
import org.computility.trading.licences.LicenceView;

/** Licences, for anybody who is shown one. */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/market/licences")
@Produces(MediaType.APPLICATION_JSON)
public class LicencesResource {

    @Inject
    private LicenceCheck check;

    /** A licence as its holder shows it. */
    public record ShownLicence(LicenceView licenses) {}

    /** Whether it is good, and what is wrong with it. */
    public record Verdict(boolean valid, List<String> faults) {}

    /** A key in PEM. */
    public record PublicKey(String publicKey) {}

    @POST
    @Path("verify")
    @Open
    @NotAudited
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("ShownLicence")
    public Verdict verify(ShownLicence shown) {
        List<String> faults = check.faults(shown.licenses());
        return new Verdict(faults.isEmpty(), faults);
    }

    @GET
    @Path("{licensesID}/key")
    @Open
    public PublicKey key(@PathParam("licensesID") String licenceId) {
        return new PublicKey(check.licensorKey(licenceId));
    }
}
