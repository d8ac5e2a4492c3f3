package org.computility.planning.evaluation;

import java.util.List;
import org.computility.planning.evaluation.NewEvaluation.Truth;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** All events are told by one clock, and either all of them have boxes or none has. */
final class TruthRules {

    private final List<Truth> truth;

    TruthRules(List<Truth> truth) {
        this.truth = truth;
    }

    /** Whether the events are told by seconds since the beginning of a file. */
    boolean byMedia() {
        return truth.get(0).mediaFrom() != null;
    }

    /** Whether it is told where they are. */
    boolean boxed() {
        return truth.get(0).box() != null;
    }

    void check() {
        for (int i = 0; i < truth.size(); i++) {
            String member = "truth[" + i + "].";
            checkClock(member, truth.get(i));
            checkEnd(member, truth.get(i));
            checkBox(member, truth.get(i));
        }
    }

    private void checkClock(String member, Truth event) {
        if (event.from() == null && event.mediaFrom() == null) {
            throw new Rejected(
                    "member-missing", new Member(member + "from"), "{member} or mediaFrom says when the event began.");
        }
        boolean otherBegin = (byMedia() ? event.from() : event.mediaFrom()) != null;
        boolean otherEnd = (byMedia() ? event.to() : event.mediaTo()) != null;
        if (otherBegin || otherEnd) {
            String name = byMedia() ? (otherBegin ? "from" : "to") : (otherBegin ? "mediaFrom" : "mediaTo");
            throw EvaluationRules.invalid(
                    member + name,
                    "{member} is told by another clock than the first event: tell all by from and to, or all by mediaFrom and mediaTo.");
        }
    }

    private void checkEnd(String member, Truth event) {
        if (byMedia() && event.mediaTo() != null && event.mediaTo() < event.mediaFrom()) {
            throw EvaluationRules.invalid(member + "mediaTo", "{member} is not before mediaFrom.");
        }
        if (!byMedia() && event.to() != null && event.to().isBefore(event.from())) {
            throw EvaluationRules.invalid(member + "to", "{member} is not before from.");
        }
    }

    private void checkBox(String member, Truth event) {
        if (boxed() && event.box() == null) {
            throw new Rejected(
                    "member-missing", new Member(member + "box"), "{member} is missing: the first event has one.");
        }
        if (!boxed() && event.box() != null) {
            throw EvaluationRules.invalid(member + "box", "The first event has no box: give all events one, or none.");
        }
    }
}
