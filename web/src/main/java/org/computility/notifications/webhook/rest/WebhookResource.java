package org.computility.notifications.webhook.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.notifications.webhook.NewWebhook;
import org.computility.notifications.webhook.WebhookRegistration;
import org.computility.notifications.webhook.WebhookView;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Where the caller's organisation wants its notifications. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/notifications/webhook")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    @EJB
    private WebhookRegistration webhooks;

    /** The body of {@link #set}. */
    public record Receiver(String url, String secret, String algorithm) {

        NewWebhook webhook() {
            boolean sha = KeyedHash.HMAC_SHA256.word().equals(algorithm);
            return new NewWebhook(url, secret, sha ? KeyedHash.HMAC_SHA256 : KeyedHash.HMAC_SM3);
        }
    }

    @PUT
    @Audited("webhook of notifications")
    @Shape("NewWebhook")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookView set(Receiver receiver) {
        return webhooks.set(receiver.webhook());
    }

    @GET
    public WebhookView get() {
        return webhooks.get();
    }

    @DELETE
    @Audited("webhook of notifications")
    public void remove() {
        webhooks.remove();
    }
}
