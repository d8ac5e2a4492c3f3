package org.computility.compute.heartbeat;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.ComputeConfig;
import org.computility.compute.Liveness;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Once a second, on every server: writes when nodes were heard, each node as often as the {@link SilenceRule} needs it,
 * and then judges the silent ones. The order matters: no node counts as silent because the database was away. The
 * statements share the work between the servers.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LivenessTimer {

    private static final Logger LOG = Logger.getLogger(LivenessTimer.class.getName());

    /** A node is in doubt for seconds; it is looked for, once dead, for as long as this. */
    private static final Duration DOUBTED = Duration.ofMinutes(5);

    @Inject
    Heartbeats heartbeats;

    @Inject
    Liveness liveness;

    @Inject
    Clock clock;

    LongSupplier nanos = System::nanoTime;

    private final Rounds rounds = new Rounds(LOG, "The silent nodes could not be judged; again in a second.");
    private SilenceRule rule;
    private volatile boolean writes = true;
    private Moment timesArePastSince;

    @PostConstruct
    void start() {
        judgeBy(new SilenceRule(ComputeConfig.current().keepaliveTimeout()));
    }

    void judgeBy(SilenceRule silence) {
        rule = silence;
    }

    /**
     * Beside the rounds: a round that takes long makes nobody deaf. While nothing can be written, this server is as good as
     * deaf to the others, and they to it.
     */
    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void listen() {
        if (writes) {
            rule.listens(now());
        }
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        rounds.run(this::writeAndJudge);
    }

    private void writeAndJudge() {
        writes = write();
        if (writes) {
            Moment now = now();
            Moment since = rule.listens(now);
            if (!since.equals(timesArePastSince)) {
                liveness.endFuture(now.wall());
                timesArePastSince = since;
            }
            rule.tooOldBefore(now)
                    .ifPresent(
                            limit -> liveness.silentSince(limit).forEach(code -> markSilent(code, limit, now.wall())));
        }
    }

    /** What keeps one node from being marked keeps no other. */
    private void markSilent(String code, Instant limit, Instant now) {
        try {
            liveness.markSilent(code, limit, now);
        } catch (RuntimeException e) {
            if (Outage.isOne(e)) {
                writes = false;
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Compute " + code + " is silent and could not be marked; again in a second.");
        }
    }

    private Moment now() {
        return Moment.read(clock, nanos);
    }

    private boolean write() {
        Instant now = clock.instant();
        if (!hurryTheDoubted(now)) {
            return false;
        }
        Map<String, Liveness.Sign> heard = heartbeats.takeDue(now, rule.betweenWrites());
        if (heard.isEmpty()) {
            return true;
        }
        try {
            Liveness.Recorded recorded = liveness.record(heard, now);
            Set<String> written = new HashSet<>(heard.keySet());
            // A sign from before a death changed nothing; the next one brings the node back, and is written at once.
            written.removeAll(recorded.offline());
            heartbeats.written(written, now);
            recorded.unregistered().forEach(heartbeats::forget);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Keepalives could not be written; again in a second.", e);
            heartbeats.giveBack(heard);
            return false;
        }
    }

    /** A server to which a node refuses must know at once whom this one has heard. */
    private boolean hurryTheDoubted(Instant now) {
        try {
            if (heartbeats.isAnyHeard()) {
                heartbeats.hurry(liveness.doubtedSince(now.minus(DOUBTED)));
            }
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "It is not known whose keepalives are waited for; again in a second.", e);
            return false;
        }
    }
}
