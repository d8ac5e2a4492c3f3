package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.computility.algorithms.AlgoFilePackageView;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.archives.PackageImport;
import org.computility.algorithms.delivery.PackageRemoval;
import org.computility.audit.AuditNote;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.shared.rest.family.Remark;

/** The platform's algorithm packages (T/BAX 0006.5 A.1 to A.4). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AlgoFilePackages")
@Produces(MediaType.APPLICATION_JSON)
public class AlgoFilePackagesResource {

    @Inject
    private AuditNote audit;

    @Inject
    private PackageImport imports;

    @Inject
    private PackageRemoval removal;

    @Inject
    private AlgorithmPackages packages;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Audited
    public Remark importParts(List<EntityPart> parts) throws IOException {
        return new PackageForm(imports, audit).importParts(parts);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Audited
    public Remark importForm(@FormParam("Url") String url, @FormParam("MD5") String md5) {
        return new PackageForm(imports, audit).importUrl(url, md5);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited
    @Shape("AlgoFilePackageImport")
    public Remark importUrl(PackageUrl request) {
        return new PackageForm(imports, audit).importUrl(request.url(), request.md5());
    }

    @DELETE
    @Path("{ID}")
    @Audited("package {ID}")
    public void delete(@PathParam("ID") String id) {
        removal.remove(id);
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AlgoFilePackageListRequest", emptyIsAbsent = true)
    public List<AlgoFilePackageView> search(AlgoFilePackageListRequest request) {
        return packages.search(request.search());
    }

    @GET
    @Path("{ID}")
    public AlgoFilePackageView detail(@PathParam("ID") String id) {
        return packages.detail(id);
    }
}
