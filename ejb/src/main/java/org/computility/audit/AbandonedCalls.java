package org.computility.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Every ten seconds, on every server: says that this one lives, and records the calls that dead ones left unanswered. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AbandonedCalls {

    private static final Logger LOG = Logger.getLogger(AbandonedCalls.class.getName());

    @EJB
    private AuditWriter writer;

    private final Rounds rounds =
            new Rounds(LOG, "Calls of dead servers could not be looked for; again in ten seconds.");

    @PostConstruct
    void start() {
        writer.stayAlive();
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        rounds.run(this::look);
    }

    private void look() {
        writer.stayAlive();
        int recorded = writer.recordAbandoned();
        if (recorded > 0) {
            LOG.log(Level.WARNING, "{0} calls were begun by a server that died; they are recorded.", recorded);
        }
    }
}
