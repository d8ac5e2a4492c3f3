package org.computility.results.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.computility.results.ResultDays;

/** Drops old days that have no results any more, each in a transaction of its own. */
@Named("dropEmptyDaysBatchlet")
@Dependent
public class DropEmptyDaysBatchlet implements Batchlet {

    /** SQLSTATE of a lock that was not to be had in time. */
    private static final String IN_USE = "55P03";

    private static final Logger LOG = System.getLogger(DropEmptyDaysBatchlet.class.getName());

    @Inject
    @BatchProperty(name = "runId")
    String runId;

    @Inject
    @BatchProperty(name = "olderThan")
    String olderThan;

    @EJB
    PurgeRuns runs;

    @EJB
    ResultDays days;

    private volatile boolean asked;

    @Override
    public String process() {
        long run = Long.parseLong(runId);
        for (LocalDate day : days.droppable(runs.bounds(run, olderThan).firstDayThatStays())) {
            if (asked) {
                return "STOPPED";
            }
            if (drop(day)) {
                runs.showDropped(run);
            }
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        asked = true;
    }

    private boolean drop(LocalDate day) {
        try {
            return days.dropIfEmpty(day);
        } catch (EJBException e) {
            if (!isInUse(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "The empty day " + day + " is left to the next purge.", e);
            return false;
        }
    }

    private static boolean isInUse(EJBException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException refused && IN_USE.equals(refused.getSQLState()));
    }
}
