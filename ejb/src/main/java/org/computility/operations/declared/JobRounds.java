package org.computility.operations.declared;

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
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * On every server, every ten seconds: starts the jobs that are due. Only one of several servers starts a job: see
 * {@link JobSchedules#take}.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobRounds {

    private static final Logger LOG = Logger.getLogger(JobRounds.class.getName());

    @Inject
    private JobCatalogue catalogue;

    @EJB
    private JobStarts starts;

    /** Rounds for each job, so that a job that cannot be started keeps no other from its start. */
    private final Map<String, Rounds> starting = new ConcurrentHashMap<>();

    @PostConstruct
    void declare() {
        starts.declare();
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "declared jobs")
    void everyTenSeconds() {
        for (DeclaredJob job : catalogue.all()) {
            starting.computeIfAbsent(job.name(), JobRounds::ofJob).run(() -> starts.startIfDue(job));
        }
    }

    private static Rounds ofJob(String name) {
        return new Rounds(LOG, "The job " + name + " may be due and could not be started; again in ten seconds.");
    }
}
