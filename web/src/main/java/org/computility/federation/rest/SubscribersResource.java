package org.computility.federation.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.computility.federation.subscribers.Layer;
import org.computility.federation.subscribers.NewSubscriber;
import org.computility.federation.subscribers.SubscriberRegistry;
import org.computility.federation.subscribers.SubscriberView;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Who gets monitoring data on a timetable (TC609 clauses 5.4 and 5.5). */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("/platform/v1/federation/subscribers")
@Produces(MediaType.APPLICATION_JSON)
public class SubscribersResource {

    @EJB
    private SubscriberRegistry subscribers;

    /** The body of {@link #set}; null: absent. */
    public record Subscription(
            Layer layer,
            String url,
            String secret,
            String algorithm,
            String timetable,
            List<String> provinces,
            Boolean load,
            Long after) {

        NewSubscriber subscriber() {
            boolean sha = KeyedHash.HMAC_SHA256.word().equals(algorithm);
            return new NewSubscriber(
                    layer,
                    url,
                    secret,
                    sha ? KeyedHash.HMAC_SHA256 : KeyedHash.HMAC_SM3,
                    timetable,
                    provinces == null ? List.of() : provinces,
                    Boolean.TRUE.equals(load),
                    after);
        }
    }

    @GET
    public List<SubscriberView> list() {
        return subscribers.all();
    }

    @PUT
    @Path("{name}")
    @Audited("subscriber {name}")
    @Shape("NewSubscriber")
    @Consumes(MediaType.APPLICATION_JSON)
    public SubscriberView set(@PathParam("name") String name, Subscription wanted) {
        return subscribers.set(name, wanted.subscriber());
    }

    @GET
    @Path("{name}")
    public SubscriberView get(@PathParam("name") String name) {
        return subscribers.get(name);
    }

    @DELETE
    @Path("{name}")
    @Audited("subscriber {name}")
    public void remove(@PathParam("name") String name) {
        subscribers.remove(name);
    }
}
