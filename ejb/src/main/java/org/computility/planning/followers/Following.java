package org.computility.planning.followers;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.computility.planning.PlanStopped;
import org.computility.results.ResultsTaken;
import org.computility.results.ResultsTaken.Taken;
import org.computility.results.purge.ResultKey;
import org.computility.results.purge.ResultsPurged;
import org.computility.shared.database.Columns;

/** Writes down what has to be followed, in the transaction of whoever tells it. */
@Stateless
public class Following {

    /** A follower of a follower of a follower; a ring of followers ends here. */
    static final int DEEPEST = 3;

    /** So many follow-ups of an organisation are open at once. */
    static final int MOST = 1000;

    /** So many of one follower: one that no service offers leaves room for the others. */
    static final int MOST_OF_ONE = 500;

    @Inject
    FollowUps followUps;

    @Inject
    Clock clock;

    /** Makes the follow-ups of new results. */
    public void follow(@Observes ResultsTaken taken) {
        followUps.lock(taken.organisationId());
        followUps.make(
                Columns.of(taken.results(), Taken::day, LocalDate[]::new),
                Columns.of(taken.results(), Taken::id, UUID[]::new),
                Columns.of(taken.results(), Taken::instance, UUID[]::new),
                Columns.of(taken.results(), Taken::capability, String[]::new),
                Columns.of(taken.results(), Taken::time, Instant[]::new),
                Columns.of(taken.results(), Taken::sequence, Long[]::new),
                taken.organisationId(),
                DEEPEST,
                MOST,
                MOST_OF_ONE,
                clock.instant());
    }

    /** Ends the follow-ups of a plan; {@link FollowerClock} stops their instances within a second. */
    public void stop(@Observes PlanStopped stopped) {
        followUps.stop(stopped.planId(), "The plan that it follows was stopped.", clock.instant());
    }

    /** Forgets the follow-ups of results that leave. */
    public void forget(@Observes ResultsPurged purged) {
        followUps.purge(
                Columns.of(purged.results(), ResultKey::day, LocalDate[]::new),
                Columns.of(purged.results(), ResultKey::id, UUID[]::new));
    }
}
