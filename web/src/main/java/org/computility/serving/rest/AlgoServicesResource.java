package org.computility.serving.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.audit.AuditNote;
import org.computility.serving.AlgorithmServices;
import org.computility.serving.LoadRequest;
import org.computility.serving.ServicePage;
import org.computility.serving.ServiceSearch;
import org.computility.serving.ServiceView;
import org.computility.serving.UnloadRequest;
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

    @Inject
    private AuditNote audit;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("AlgoServiceInstallRequest")
    public String load(LoadRequest request) {
        String thing = "package " + request.packageId() + " on compute " + request.computeCode();
        audit.on("service of " + thing);
        String id = services.load(request);
        audit.on("service " + id + " of " + thing);
        return id;
    }

    @POST
    @Path("UnInstall")
    @Consumes(MediaType.APPLICATION_JSON)
    @Shape("AlgoServiceUnInstallRequest")
    public void unload(UnloadRequest request) {
        String which = request.serviceId() == null ? "services" : "service " + request.serviceId();
        audit.on(which + " of package " + request.packageId() + " on compute " + request.computeCode());
        services.unload(request);
    }

    @POST
    @Path("Search")
    @Consumes(MediaType.APPLICATION_JSON)
    @NotAudited
    @Shape(value = "AlgoServiceListRequest", emptyIsAbsent = true)
    public ServicePage search(ServiceSearch request) {
        return services.search(request);
    }

    @GET
    @Path("{ComputilityCode}/{AlgoServiceID}")
    public ServiceView detail(
            @PathParam("ComputilityCode") String computeCode, @PathParam("AlgoServiceID") String serviceId) {
        return services.get(computeCode, serviceId);
    }
}
