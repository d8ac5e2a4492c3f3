package org.computility.planning.followers;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.computility.planning.dispatch.Dispatch;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every second, on every server: follow-ups get their instances, and those that are over end. Where no follow-up is open, a
 * tick is one small query.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class FollowerClock {

    private static final Logger LOG = Logger.getLogger(FollowerClock.class.getName());

    @EJB
    private FollowerTurns turns;

    @EJB
    private Dispatch dispatch;

    private final Rounds rounds = new Rounds(LOG, "Results were not followed; again in a second.");

    /** One tick; while a tick takes longer than a second, the next ticks are left out. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        rounds.run(this::turn);
    }

    private void turn() {
        if (!turns.isAnyOpen()) {
            return;
        }
        List<UUID> unwanted = turns.end();
        if (!unwanted.isEmpty()) {
            dispatch.stop(unwanted);
        }
        turns.sweep();
        turns.dropAbandoned();
        turns.preparePlans();
        if (turns.plan() > 0) {
            dispatch.startDue();
        }
    }
}
