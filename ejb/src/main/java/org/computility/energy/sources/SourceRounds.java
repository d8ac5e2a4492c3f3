package org.computility.energy.sources;

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
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Once a second, on every server: reads the meters that are due, each on one server only. A device has a thread of its own while it is
 * asked, so one that hangs delays no other; so many are asked at once, and no more.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SourceRounds {

    private static final Logger LOG = Logger.getLogger(SourceRounds.class.getName());

    /** As many as there are connections in the pool, less some for people who probe. */
    private static final int AT_ONCE = 40;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Rounds rounds = new Rounds(LOG, "The meters could not be read; again in a second.");

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private SourceKeeping keeping;

    @EJB
    private DeviceAsking devices;

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(this::readDue);
    }

    private void readDue() {
        int devicesNow = free.availablePermits();
        if (devicesNow > 0) {
            keeping.claimDue(devicesNow).stream()
                    .collect(Collectors.groupingBy(OpenSource::asked))
                    .values()
                    .forEach(this::begin);
        }
    }

    private void begin(List<OpenSource> ofOneDevice) {
        if (!free.tryAcquire()) {
            // Of a device that is asked by several users; the others come after their interval.
            LOG.log(Level.FINE, "No place is free to ask {0}.", ofOneDevice);
            return;
        }
        try {
            executor.execute(() -> read(ofOneDevice));
        } catch (RejectedExecutionException e) {
            free.release();
            LOG.log(Level.WARNING, "No thread is free to ask " + ofOneDevice + "; it is asked after its interval.", e);
        }
    }

    private void read(List<OpenSource> ofOneDevice) {
        try {
            devices.read(ofOneDevice);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What " + ofOneDevice + " showed could not be kept; it is asked again.", e);
        } finally {
            free.release();
        }
    }
}
