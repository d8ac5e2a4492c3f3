package org.computility.trading.subscription.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;
import org.computility.trading.subscription.PublicationOfferView;
import org.computility.trading.subscription.PublicationSearch;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.ServicePublishing;
import org.computility.trading.subscription.catalogue.NewDescription;
import org.computility.trading.subscription.catalogue.ServiceCatalogue;

/** Models and applications that are offered. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/market/publications")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationsResource {

    @EJB
    private ServicePublishing publishing;

    @EJB
    private ServiceCatalogue catalogue;

    /** What a service is shown; absent: nothing any more. */
    public record Credential(String authorization) {}

    @GET
    public Listing<PublicationOfferView> list(
            @QueryParam("kind") String kind,
            @QueryParam("resourceId") String resourceId,
            @QueryParam("own") String own,
            @BeanParam PageQuery page) {
        PublicationSearch search = new PublicationSearch(
                Parameters.oneOf(ServiceKind.class, kind),
                Parameters.text(resourceId),
                Boolean.TRUE.equals(Parameters.flag(own)));
        return Listing.of(publishing.offers(search, page.request()));
    }

    @GET
    @Path("{publishId}")
    public PublicationOfferView offer(@PathParam("publishId") String publishId) {
        return publishing.offer(publishId);
    }

    @DELETE
    @Path("{publishId}")
    @Audited("publication {publishId}")
    public void withdraw(@PathParam("publishId") String publishId) {
        publishing.withdraw(publishId);
    }

    @PUT
    @Path("{publishId}/description")
    @Audited("description of publication {publishId}")
    @Shape("ServiceDescription")
    @Consumes(MediaType.APPLICATION_JSON)
    public void describe(@PathParam("publishId") String publishId, NewDescription said) {
        catalogue.describe(publishId, said);
    }

    @PUT
    @Path("{publishId}/credential")
    @Audited("credential of publication {publishId}")
    @Shape("ServiceCredential")
    @Consumes(MediaType.APPLICATION_JSON)
    public void authorise(@PathParam("publishId") String publishId, Credential credential) {
        publishing.authorise(publishId, credential.authorization());
    }
}
