package org.computility.licensing.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.computility.audit.AuditNote;
import org.computility.licensing.offline.LicenceFileView;
import org.computility.licensing.offline.LicenceImport;
import org.computility.licensing.offline.LicenceRegister;
import org.computility.licensing.offline.NewLicence;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.files.FormParts;

/** Licence files (T/BAX 0006.5 E.1 to E.4). E.1 and E.3 share a path: a form imports, JSON searches. */
@InFamily(Family.ACSMP)
@Path("/ACSMP/License")
@Produces(MediaType.APPLICATION_JSON)
public class LicencesResource {

    @Inject
    private AuditNote audit;

    @Inject
    private LicenceImport imports;

    @Inject
    private LicenceRegister licences;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Audited
    public Integer importFile(List<EntityPart> parts) throws IOException {
        LicenceForm form = new LicenceForm(new FormParts(parts));
        NewLicence said = form.said();
        audit.on("licence file of " + said.provider());
        try (InputStream file = form.file()) {
            int number = imports.take(said, file);
            audit.on("licence file " + number + " of " + said.provider());
            return number;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "LicenseListRequest", emptyIsAbsent = true)
    public List<LicenceFileView> search(LicenseListRequest request) {
        return licences.search(request.search());
    }

    @DELETE
    @Path("{ID}")
    @Audited("licence file {ID}")
    public void delete(@PathParam("ID") String id) {
        licences.delete(RecordNumber.read(id));
    }

    @GET
    @Path("{ID}")
    public LicenceFileView detail(@PathParam("ID") String id) {
        return licences.get(RecordNumber.read(id));
    }
}
