package org.computility.licensing.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.licensing.offline.LicenceContent;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.files.FileAnswer;

/** The bytes of a licence file, for nodes that show a signed link (T/BAX 0006.5 clause 4.3.2, step 2). */
@InFamily(Family.PLATFORM)
@Path("/platform/v1/licence-files/{id}/content")
public class LicenceContentResource {

    @Inject
    private LicenceContent contents;

    @GET
    @Open
    public Response download(
            @PathParam("id") String id,
            @QueryParam("expires") String expires,
            @QueryParam("signature") String signature,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange) {
        LicenceContent.Content content = contents.open(id, expires, signature);
        return new FileAnswer(content.path(), content.size(), content.sha256(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .to(range, ifRange);
    }
}
