package org.computility.planning.periodic;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.dispatch.NodeComparison;
import org.computility.planning.dispatch.NodesToAvoid;
import org.computility.shared.database.Sql;
import org.computility.shared.timing.Rounds;

/**
 * Every second: instances whose next try is due start, stops that a dead server left half done are finished, nodes that
 * did not answer are compared. Every server does it; rows are claimed, so none is done twice.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlanningClock {

    private static final Logger LOG = Logger.getLogger(PlanningClock.class.getName());

    /** A stop takes seconds; one that is older than this has lost its server. */
    private static final Duration HALF_DONE = Duration.ofSeconds(60);

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @EJB
    private Dispatch dispatch;

    @EJB
    private NodeComparison comparison;

    @EJB
    private NodesToAvoid avoided;

    @Inject
    private Clock clock;

    private final Rounds rounds = new Rounds(LOG, "Planning missed a tick; the next one comes in a second.");

    /** One tick; while one takes longer than a second, the next ones are left out. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        rounds.run(this::startAndStop);
    }

    private void startAndStop() {
        if (anythingDue()) {
            dispatch.startDue();
        }
        finishStops();
        avoided.takeComparable().forEach(comparison::compare);
    }

    private boolean anythingDue() {
        return new Sql(database)
                .first(
                        "select 1 from task_instance where wanted and state in ('PENDING', 'ERROR') and retry_at <= ? limit 1",
                        row -> true,
                        clock.instant())
                .isPresent();
    }

    private void finishStops() {
        List<UUID> halfDone = new Sql(database)
                .list(
                        "select id from task_instance where state = 'STOPPING' and changed_at < ? limit 1000",
                        row -> Sql.uuid(row, "id"),
                        clock.instant().minus(HALF_DONE));
        if (!halfDone.isEmpty()) {
            dispatch.stop(halfDone);
        }
    }
}
