package org.computility.observation.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.computility.identity.rest.MetricsDoor;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.WithoutDatabase;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/**
 * The figures of this server and of the database, as Prometheus scrapes them; the same path on every application server. It answers
 * while the database is away, too; therefore {@link MetricsDoor} guards it, which needs no database for the scraper's own token.
 */
@Open
@WithoutDatabase
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/metrics")
public class MetricsResource {

    @Inject
    private MetricsDoor door;

    @Inject
    private PlatformMeters meters;

    /** OpenMetrics 1.0.0, or the text format 0.0.4 of Prometheus. */
    @GET
    @Produces({Exposition.TEXT, Exposition.OPEN_METRICS})
    public Response metrics(@Context HttpHeaders headers) {
        door.admit(headers::getHeaderString);
        String type = Exposition.wanted(headers.getAcceptableMediaTypes());
        return Response.ok(meters.written(type))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .build();
    }
}
