package org.computility.planning.retries;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Logger;
import org.computility.planning.dispatch.Dispatch;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every second, on every server: starts instances whose next try is due, and finishes stops that a dead server left
 * half done. Rows are claimed, so no work is done twice.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetryClock {

    private static final Logger LOG = Logger.getLogger(RetryClock.class.getName());

    @EJB
    private Dispatch dispatch;

    private final Rounds rounds =
            new Rounds(LOG, "Due instances were not started, or half-done stops not finished; again in a second.");

    /** One tick; while a tick takes longer than a second, the next ticks are left out. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        rounds.run(this::startAndStop);
    }

    private void startAndStop() {
        if (dispatch.isAnyDue()) {
            dispatch.startDue();
        }
        dispatch.finishStops();
    }
}
