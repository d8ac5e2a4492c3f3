package org.computility.serving.scaling;

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
 * Every two seconds, on every server: the scaling rules whose turn it is, which comes every five seconds. Rules are claimed, so
 * no two servers do the same. Where there is no rule, a tick is one small query.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ScalingClock {

    private static final Logger LOG = Logger.getLogger(ScalingClock.class.getName());

    @EJB
    private ScalingKeeping keeping;

    @EJB
    private ScalingTurn turn;

    private final Rounds rounds = new Rounds(LOG, "Scaling rules were not looked at; again in two seconds.");

    /** One tick; while a tick takes longer, the next ticks are left out. */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void tick() {
        rounds.run(this::look);
    }

    private void look() {
        boolean more = keeping.isAnyDue();
        while (more) {
            more = turn.next();
        }
    }
}
