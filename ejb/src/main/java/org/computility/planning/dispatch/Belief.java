package org.computility.planning.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.computility.planning.state.InstanceState;

/**
 * What the platform believes about an instance when news of it comes.
 *
 * @param nodeStartedAt start of the run, by the node's clock, once the node has told it
 * @param staleUntil start of the previous run on the same node: that this run ended is old news
 * @param changedAt since when it has this state, by the platform's clock
 * @param endless whether it has no end of its own: not even the end of its group's time
 * @param yields whether a stop of it makes room for another: who asked for that stop notes the end
 */
record Belief(
        UUID id,
        String state,
        String computeCode,
        Instant nodeStartedAt,
        Instant staleUntil,
        Instant changedAt,
        boolean endless,
        boolean yields) {

    /** What to do about the news. */
    enum Verdict {
        TAKE_OVER,
        /** Old news, or nothing new. */
        IGNORE,
        /** The node runs a task that it should not run. */
        STOP_IT,
        /** It may be old, or of a run that should not be: only the node's list can tell. */
        ASK_AGAIN
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
        return news.alive() ? belief.aboutLife(news) : belief.aboutEnd(news);
    }

    /** That a task lives at its own node is true whichever run it was: no time stamp can say otherwise. */
    private Verdict aboutLife(News news) {
        InstanceState state = InstanceState.valueOf(this.state);
        if (state == InstanceState.STOPPING) {
            return Verdict.IGNORE;
        }
        if (state.isActive()) {
            return Verdict.TAKE_OVER;
        }
        boolean later = news.startedAt() != null
                && (nodeStartedAt == null || news.startedAt().isAfter(nodeStartedAt));
        return later ? Verdict.STOP_IT : Verdict.ASK_AGAIN;
    }

    private Verdict aboutEnd(News news) {
        boolean old = staleUntil != null
                && news.startedAt() != null
                && !news.startedAt().isAfter(staleUntil);
        boolean awaited = yields && InstanceState.valueOf(state) == InstanceState.STOPPING;
        boolean believed = InstanceState.valueOf(state).isActive() && !awaited && (!old || isSettled(news));
        return believed ? Verdict.TAKE_OVER : Verdict.IGNORE;
    }

    /**
     * The start must have reached the node long before it was asked for its list: the list tells of this run, even if
     * the node's clock has whole seconds only, or was put back.
     */
    private boolean isSettled(News news) {
        return news.asked() != null && changedAt.isBefore(news.asked().minus(NodeTasks.ON_ITS_WAY));
    }
}
