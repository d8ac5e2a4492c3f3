package org.computility.planning.retries;

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
import org.computility.planning.dispatch.Dispatch;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every second, on every server: starts instances whose next try is due, finishes stops that a dead server left half
 * done, and asks nodes again that had not ended their tasks. Rows are claimed, so no work is done twice.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RetryClock {

    private static final Logger LOG = Logger.getLogger(RetryClock.class.getName());

    @EJB
    private Dispatch dispatch;

    private final Rounds starts = new Rounds(LOG, "Due instances were not started; again in a second.");
    private final Rounds stops = new Rounds(LOG, "Half-done stops were not finished; again in a second.");

    /** One tick; while a tick takes longer than a second, the next ticks are left out. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        starts.run(this::start);
    }

    /** Apart from the starts, which shall not wait for the ends that nodes wait for. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tickStops() {
        stops.run(dispatch::finishStops);
    }

    private void start() {
        if (dispatch.isAnyDue()) {
            dispatch.startDue();
        }
    }
}
