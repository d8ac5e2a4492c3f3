package org.computility.operations.turns;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Gathers the turns of one company. Whoever comes when few others are at work takes all that are due; the others leave
 * theirs and go. So the more are due, the more are taken together, and a turn that comes alone waits for nobody.
 */
final class TurnsTogether {

    private static final Logger LOG = System.getLogger(TurnsTogether.class.getName());

    /** A thread that waits for a slow node must not hold up all others. */
    private static final int AT_WORK = 4;

    private static final int AT_ONCE = 500;

    private final Company company;
    private final Executor threads;
    private final Queue<Turns> due = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(AT_WORK);

    TurnsTogether(Company company, Executor threads) {
        this.company = company;
        this.threads = threads;
    }

    /** The turn is taken at once, or by one of those who are at work. */
    void take(Turns turns) {
        due.add(turns);
        // Who leaves looks once more: nobody's turn is left behind.
        while (!due.isEmpty() && places.tryAcquire()) {
            try {
                takeSome();
            } finally {
                places.release();
            }
        }
    }

    private void takeSome() {
        List<Turns> some = new ArrayList<>();
        Turns next = due.poll();
        while (next != null) {
            if (next.joins()) {
                some.add(next);
            }
            next = some.size() < AT_ONCE ? due.poll() : null;
        }
        if (!some.isEmpty()) {
            Map<TurnWork, Optional<Instant>> answers = answers(some);
            some.forEach(turns -> goOn(turns, answers.get(turns.work())));
        }
    }

    private Map<TurnWork, Optional<Instant>> answers(List<Turns> some) {
        try {
            return company.turns(some.stream().map(Turns::work).toList());
        } catch (Throwable e) {
            // An Error, too: the runs would stand still, and keep their leases for ever.
            LOG.log(Level.DEBUG, some.size() + " turns go on alone.", e);
            return Map.of();
        }
    }

    private void goOn(Turns turns, Optional<Instant> answer) {
        if (answer == null) {
            turns.goOnAlone(threads);
        } else {
            turns.answered(answer);
        }
    }
}
