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
import java.util.List;
import org.computility.reporting.sources.CenterSources;
import org.computility.reporting.sources.NewSources;
import org.computility.reporting.sources.SourcesView;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What a reported center consists of. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/monitoring/centers/{centerId}/sources")
@Produces(MediaType.APPLICATION_JSON)
public class CenterSourcesResource {

    @EJB
    private CenterSources sources;

    /** All sources from now on; null: none of that kind. */
    public record CenterSourcesRequest(List<String> centers, List<String> compute) {}

    @GET
    public SourcesView get(@PathParam("centerId") String centerId) {
        return sources.get(CenterIds.read(centerId));
    }

    @PUT
    @Audited("sources of reported center {centerId}")
    @Shape("CenterSourcesRequest")
    @Consumes(MediaType.APPLICATION_JSON)
    public SourcesView replace(@PathParam("centerId") String centerId, CenterSourcesRequest wanted) {
        return sources.replace(CenterIds.read(centerId), new NewSources(wanted.centers(), wanted.compute()));
    }
}
