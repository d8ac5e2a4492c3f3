package org.computility.operations.turns;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.computility.shared.database.outage.DatabaseState;

/**
 * Lets each run of this server take its turns when they are due, with a few dozen threads for any number of runs. Turns of one
 * {@link Company} that are due together are taken together. A turn that finds no free thread waits; the turn that was due
 * first comes first.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TurnClock {

    /** A turn mostly waits for nodes and the database, so there are more of them than processors. */
    private static final int THREADS = 32;

    private final Map<Long, Turns> turns = new ConcurrentHashMap<>();
    private final Map<Company, TurnsTogether> companies = new ConcurrentHashMap<>();

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    DatabaseState database;

    @Inject
    Clock clock;

    private ScheduledThreadPoolExecutor threads;

    // No other method has its name: Payara may take the wrong one of two.
    @PostConstruct
    void prepare() {
        open(factory);
    }

    void open(ThreadFactory maker) {
        threads = new ScheduledThreadPoolExecutor(THREADS, maker);
        threads.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** The run takes its turns from now on, until its work is over or it is stopped; a run that does so already goes on. */
    public void begin(TurnTaker taker, TurnWork work) {
        Turns begun = new Turns(new Remembered(taker), work, together(work.company()), threads, database, clock);
        if (turns.putIfAbsent(taker.runId(), begun) == null) {
            begun.begin();
        }
    }

    private TurnsTogether together(Company company) {
        return company == null ? null : companies.computeIfAbsent(company, any -> new TurnsTogether(company, threads));
    }

    /** Has the run give its work up; false when it takes no turns here. */
    public boolean stop(long runId) {
        Optional<Turns> found = Optional.ofNullable(turns.get(runId));
        found.ifPresent(Turns::stop);
        return found.isPresent();
    }

    /** A run that is forgotten here at its end. */
    private final class Remembered implements TurnTaker {

        private final TurnTaker taker;

        Remembered(TurnTaker taker) {
            this.taker = taker;
        }

        @Override
        public long runId() {
            return taker.runId();
        }

        @Override
        public boolean isHeld() {
            return taker.isHeld();
        }

        @Override
        public void over() {
            turns.remove(runId());
            taker.over();
        }

        @Override
        public void stopped() {
            turns.remove(runId());
            taker.stopped();
        }
    }
}
