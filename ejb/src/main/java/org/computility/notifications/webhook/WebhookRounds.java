package org.computility.notifications.webhook;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.parcels.ParcelSending;
import org.computility.shared.timing.Rounds;

/** Once a second, on every server: sends what waits. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookRounds {

    private static final Logger LOG = Logger.getLogger(WebhookRounds.class.getName());

    @EJB
    private WebhookQueue queue;

    @Inject
    private OutboundCalls calls;

    @Resource
    private ManagedExecutorService executor;

    private final Rounds rounds = new Rounds(LOG, "Notifications could not be sent to webhooks; again in a second.");
    private ParcelSending<NoticeParcel> sending;

    @PostConstruct
    void start() {
        sending = new ParcelSending<>(
                queue, calls, executor, WebhookConfig.current().patience());
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(sending::sendDue);
    }
}
