package org.computility.serving.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.serving.AlgorithmServices;
import org.computility.serving.ServiceView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Algorithm services on nodes (T/BAX 0006.5 F.5 to F.8). */
@InFamily(Family.ACSMP)
@Path("/ACSMP/AlgoServices/Devices")
@Produces(MediaType.APPLICATION_JSON)
public class AlgoServicesResource {

    @Inject
    private AlgorithmServices services;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({
        "service {answer} of package {AlgoFilePackageID|AlgoFilePackageCode} on compute {ComputilityCode}",
        "service of package {AlgoFilePackageID|AlgoFilePackageCode} on compute {ComputilityCode}"
    })
    @Shape("AlgoServiceInstallRequest")
    public String load(AlgoServiceInstallRequest request) {
        return services.load(request.service());
    }

    @POST
    @Path("UnInstall")
    @Consumes(MediaType.APPLICATION_JSON)
    @Audited({
        "service {AlgoServiceID} of package {AlgoFilePackageID|AlgoFilePackageCode} on compute {ComputilityCode}",
        "services of package {AlgoFilePackageID|AlgoFilePackageCode} on compute {ComputilityCode}"
    })
    @Shape("AlgoServiceUnInstallRequest")
    public void unload(AlgoServiceUnInstallRequest request) {
        services.unload(request.computeCode(), request.packageId(), request.serviceId());
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AlgoServiceListRequest", emptyIsAbsent = true)
    public ServiceList search(AlgoServiceListRequest request) {
        return ServiceList.of(services.search(request.search()));
    }

    @GET
    @Path("{ComputilityCode}/{AlgoServiceID}")
    public ServiceView detail(
            @PathParam("ComputilityCode") String computeCode, @PathParam("AlgoServiceID") String serviceId) {
        return services.get(computeCode, serviceId);
    }
}
