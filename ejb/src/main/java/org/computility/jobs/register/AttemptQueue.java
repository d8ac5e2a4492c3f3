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
    DataSetPlaces dataSets;

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
        attempts.submitted(ids(runtimeIds), clock.instant());
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

    /**
     * The claims last until then, where they have not ended and nobody else has claimed since.
     *
     * @param claims until when they were claimed by the one who asks
     * @return how many
     */
    public int prolong(Collection<String> runtimeIds, Collection<Instant> claims, Instant until) {
        return attempts.prolong(ids(runtimeIds), moments(claims), clock.instant(), until);
    }

    /** The center answers, and the claims end, unless others have claimed since; they are due again when that time has passed. */
    public void heard(Collection<String> runtimeIds, Collection<Instant> claims, Duration pause) {
        Instant now = clock.instant();
        attempts.heard(ids(runtimeIds), moments(claims), now, now.plus(pause));
    }

    /** The center does not answer; nobody asks for these again before that time has passed, unless others have claimed since. */
    public void silent(Collection<String> runtimeIds, Collection<Instant> claims, Duration pause) {
        Instant now = clock.instant();
        attempts.silent(ids(runtimeIds), moments(claims), now, now.plus(pause));
    }

    /** Centers that were removed with something that may run on there. */
    public List<String> centersLeftBehind() {
        return attempts.centersLeftBehind(clock.instant());
    }

    /** Claims some that were left behind at that center, to be ended there. */
    public List<AttemptFacts> claimLeftBehind(String centerId, Duration claim, int most) {
        Instant now = clock.instant();
        return facts(attempts.claimLeftBehind(centerId, now, now.plus(claim), most));
    }

    /** What was left behind runs no more. */
    public void foundEnded(Collection<String> runtimeIds) {
        attempts.foundEnded(ids(runtimeIds));
    }

    /** Claims some that their centers are to forget. */
    public List<AttemptFacts> claimToForget(Duration claim, int most) {
        Instant now = clock.instant();
        return facts(attempts.claimToForget(now, now.plus(claim), most));
    }

    /** Their centers know of them no more. */
    public void forgotten(Collection<String> runtimeIds) {
        attempts.remove(ids(runtimeIds));
    }

    /** Deleted jobs that no center knows of any more are gone, and so is what was read so long ago that it may lie nowhere. */
    public int sweep() {
        dataSets.forgetBefore(clock.instant().minus(JobPlacements.READ_LATELY));
        return jobs.removeForgotten();
    }

    private static String[] ids(Collection<String> runtimeIds) {
        return runtimeIds.toArray(new String[0]);
    }

    private static Instant[] moments(Collection<Instant> claims) {
        return claims.toArray(new Instant[0]);
    }

    private static List<AttemptFacts> facts(List<JobAttempt> claimed) {
        return claimed.stream().map(JobAttempt::facts).toList();
    }
}
