package org.computility.federation.subscribers;

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

/** Every five seconds, on every server: tells subscribers that are due. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SubscriberRounds {

    private static final Logger LOG = Logger.getLogger(SubscriberRounds.class.getName());

    @EJB
    private SubscriberQueue queue;

    @Inject
    private OutboundCalls calls;

    @Resource
    private ManagedExecutorService executor;

    private final Rounds rounds = new Rounds(LOG, "Subscribers could not be told; again in five seconds.");
    private ParcelSending<NewsParcel> sending;

    @PostConstruct
    void start() {
        sending = new ParcelSending<>(
                queue, calls, executor, SubscriberConfig.current().patience());
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFiveSeconds() {
        rounds.run(sending::sendDue);
    }
}
