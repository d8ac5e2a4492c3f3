package org.computility.trading.matching;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Once a second, on every server: tells of what was published. Not in the call that publishes, which would wait for the
 * search and for the rows of all who are told. A server that dies leaves what it has not told to the next round.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MatchRounds {

    private static final Logger LOG = Logger.getLogger(MatchRounds.class.getName());

    @EJB
    private Announcements announcements;

    private final Rounds rounds = new Rounds(LOG, "Nobody could be told of what was published; again in a second.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(this::announceAll);
    }

    private void announceAll() {
        while (announcements.announceSome()) {
            // Until nothing is left.
        }
    }
}
