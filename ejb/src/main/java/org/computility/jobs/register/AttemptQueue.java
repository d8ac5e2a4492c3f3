package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.computility.jobs.AttemptFacts;

/**
 * What is to be done at centers, claimed so that no two servers do the same. Each call commits on its own: what is written
 * before a center is called is kept whatever becomes of this server.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptQueue {

    @Inject
    JobAttempts attempts;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** Centers to which something is to be handed over now. */
    public List<String> centersToSubmitTo() {
        return attempts.centersToSubmitTo(clock.instant());
    }

    /** Claims some that are to be handed over; from now on the center may know of them. */
    public List<AttemptFacts> claimToSubmit(String centerId, Duration claim, int most) {
        Instant now = clock.instant();
        return facts(attempts.claimToSubmit(centerId, now, now.plus(claim), most));
    }

    /** The center has taken them. */
    public void submitted(Collection<String> runtimeIds) {
        attempts.submitted(runtimeIds.toArray(new String[0]), clock.instant());
    }

    /** Centers that are to be asked now what became of something. */
    public List<String> centersToAsk() {
        return attempts.centersToAsk(clock.instant());
    }

    /** Claims some that the center is to be asked for, or told to end. */
    public List<AttemptFacts> claimToAsk(String centerId, Duration claim, int most) {
        Instant now = clock.instant();
        return facts(attempts.claimToAsk(centerId, now, now.plus(claim), most));
    }

    /** Their claims, which have not ended, last so much longer from now. */
    public void prolong(Collection<String> runtimeIds, Duration claim) {
        Instant now = clock.instant();
        attempts.prolong(runtimeIds.toArray(new String[0]), now, now.plus(claim));
    }

    /** The center answers, and the claim ends; they are due again when that time has passed. */
    public void heard(Collection<String> runtimeIds, Duration pause) {
        Instant now = clock.instant();
        attempts.heard(runtimeIds.toArray(new String[0]), now, now.plus(pause));
    }

    /** The center does not answer; nobody asks for these again before that time has passed. */
    public void silent(Collection<String> runtimeIds, Duration pause) {
        Instant now = clock.instant();
        attempts.silent(runtimeIds.toArray(new String[0]), now, now.plus(pause));
    }

    /** Claims some that their centers are to forget. */
    public List<AttemptFacts> claimToForget(Duration claim, int most) {
        Instant now = clock.instant();
        return facts(attempts.claimToForget(now, now.plus(claim), most));
    }

    /** Their centers know of them no more. */
    public void forgotten(Collection<String> runtimeIds) {
        attempts.remove(runtimeIds.toArray(new String[0]));
    }

    /** Deleted jobs that no center knows of any more are gone. */
    public int sweep() {
        return jobs.removeForgotten();
    }

    private static List<AttemptFacts> facts(List<JobAttempt> claimed) {
        return claimed.stream().map(JobAttempt::facts).toList();
    }
}
