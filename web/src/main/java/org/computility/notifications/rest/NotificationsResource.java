package org.computility.notifications.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.computility.notifications.Inbox;
import org.computility.notifications.NotificationView;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** What the caller was told. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {

    @EJB
    private Inbox inbox;

    @GET
    public Listing<NotificationView> list(@BeanParam PageQuery page) {
        return Listing.of(inbox.mine(page.request()));
    }
}
