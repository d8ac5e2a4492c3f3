package org.computility.notifications.webhook;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** The webhook of the caller's organisation: its operators set it, its watchers see how it does. */
@Stateless
public class WebhookRegistration {

    static final Member URL = new Member("url");

    @Inject
    Webhooks webhooks;

    @Inject
    OutboundGuard guard;

    @Inject
    Sealing sealing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Sets or replaces it; what waits goes to the new one. Rejected {@code url-invalid}, {@code url-refused}. */
    public WebhookView set(NewWebhook wanted) {
        UUID organisation = caller.require(Role.OPERATORS).organisationId();
        guard.check(URL, wanted.url());
        Webhook webhook = webhooks.lock(organisation).orElse(null);
        if (webhook == null) {
            webhook = Webhook.of(organisation);
            webhook.set(wanted, sealing, clock.instant());
            webhooks.session().insert(webhook);
        } else {
            webhook.set(wanted, sealing, clock.instant());
            webhooks.session().update(webhook);
        }
        return view(webhook);
    }

    /** NotFound {@code webhook-unknown} where the organisation has none. */
    public WebhookView get() {
        UUID organisation = caller.require(Role.WATCHERS).organisationId();
        return view(webhooks.find(organisation).orElseThrow(WebhookRegistration::unknown));
    }

    /** Takes it away with what waits. NotFound {@code webhook-unknown} where the organisation has none. */
    public void remove() {
        if (webhooks.delete(caller.require(Role.OPERATORS).organisationId()) == 0) {
            throw unknown();
        }
    }

    private WebhookView view(Webhook webhook) {
        Webhooks.Counts counts = webhooks.counts(webhook.organisationId());
        return webhook.view(counts.waiting(), counts.givenUp(), counts.givenUpAt());
    }

    private static NotFound unknown() {
        return new NotFound("webhook-unknown", new Member("webhook"), "Your organisation has no webhook.");
    }
}
