package org.computility.algorithms.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.algorithms.delivery.Deliveries;
import org.computility.algorithms.delivery.DeviceAlgoPackageView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Algorithm packages on compute (T/BAX 0006.5 F.1 to F.4). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AlgoFilePackages/Devices")
@Produces(MediaType.APPLICATION_JSON)
public class DevicePackagesResource {

    @Inject
    private Deliveries deliveries;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited("package {AlgoFilePackageID|AlgoFilePackageCode} on compute {ComputilityCode}")
    @Shape("AlgoFilePackageRequest")
    public void deliver(AlgoFilePackageRequest request) {
        deliveries.deliver(request.computilityCode(), request.packageId());
    }

    @DELETE
    @Path("{ComputilityCode}/{AlgoFilePackageID}")
    @Audited("package {AlgoFilePackageID} on compute {ComputilityCode}")
    public void remove(@PathParam("ComputilityCode") String code, @PathParam("AlgoFilePackageID") String id) {
        deliveries.remove(code, id);
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AlgoPackageListRequest", emptyIsAbsent = true)
    public List<DeviceAlgoPackageView> search(AlgoPackageListRequest request) {
        return deliveries.search(request.computilityCode(), request.status());
    }

    @GET
    @Path("{ComputilityCode}/{AlgoFilePackageID}")
    public DeviceAlgoPackageView detail(
            @PathParam("ComputilityCode") String code, @PathParam("AlgoFilePackageID") String id) {
        return deliveries.detail(code, id);
    }

    /** Table 10 says POST, F.4 describes a query without a body: both answer. */
    @POST
    @Path("{ComputilityCode}/{AlgoFilePackageID}")
    @Consumes(MediaType.WILDCARD)
    @NotAudited
    public DeviceAlgoPackageView detailByPost(
            @PathParam("ComputilityCode") String code, @PathParam("AlgoFilePackageID") String id) {
        return deliveries.detail(code, id);
    }
}
