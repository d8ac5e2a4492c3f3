package org.computility.planning.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.computility.planning.state.InstanceState;

/**
 * What the platform believes about an instance when news of it comes.
 *
 * @param nodeStartedAt start of the run, by the node's clock, once the node has told it
 * @param staleUntil start of the previous run on the same node: news of that run is old
 * @param endless whether it has no end of its own: not even the end of its group's time
 */
record Belief(UUID id, String state, String computeCode, Instant nodeStartedAt, Instant staleUntil, boolean endless) {

    /** What to do about the news. */
    enum Verdict {
        TAKE_OVER,
        /** Old news, or nothing new. */
        IGNORE,
        /** The node runs a task that it should not run. */
        STOP_IT
    }

    /** Whether it has to run again: its node ended it, and nobody told the node to. */
    boolean isBrokenOffBy(News news) {
        boolean early = news.brokenOff() || (news.finished() && endless);
        return early && InstanceState.valueOf(state) != InstanceState.STOPPING;
    }

    /** Judges news; the belief is null when the instance does not exist. */
    static Verdict about(News news, Belief belief) {
        if (belief == null || !news.computeCode().equals(belief.computeCode)) {
            return news.alive() ? Verdict.STOP_IT : Verdict.IGNORE;
        }
        if (belief.staleUntil != null
                && news.startedAt() != null
                && !news.startedAt().isAfter(belief.staleUntil)) {
            return Verdict.IGNORE;
        }
        InstanceState state = InstanceState.valueOf(belief.state);
        if (state == InstanceState.STOPPING) {
            return news.alive() ? Verdict.IGNORE : Verdict.TAKE_OVER;
        }
        if (state.isActive()) {
            return Verdict.TAKE_OVER;
        }
        boolean knownRun = news.startedAt() == null
                || (belief.nodeStartedAt != null && !news.startedAt().isAfter(belief.nodeStartedAt));
        return news.alive() && !knownRun ? Verdict.STOP_IT : Verdict.IGNORE;
    }
}
