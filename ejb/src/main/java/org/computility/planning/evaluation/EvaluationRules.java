package org.computility.planning.evaluation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.evaluation.NewEvaluation.Candidate;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** What the contract cannot say of an evaluation. A refusal names the member and the mend. */
final class EvaluationRules {

    /** A finding may be compared with every event that lasts as long as the whole: seconds of a processor. */
    private static final long MOST_COMPARED = 200_000_000;

    private EvaluationRules() {}

    /** Refuses what cannot be judged. */
    static void check(NewEvaluation wanted) {
        if (wanted.from() != null && wanted.to() != null && !wanted.from().isBefore(wanted.to())) {
            throw invalid("to", "{member} is later than from.");
        }
        checkLabels(wanted.candidates());
        checkInstances(wanted.candidates());
        TruthRules truth = new TruthRules(wanted.truth());
        truth.check();
        if (!truth.byMedia()) {
            checkPeriod(wanted);
        }
    }

    /** Refuses what would take too long to judge. */
    static void checkWork(int findings, int events) {
        if ((long) findings * events > MOST_COMPARED) {
            throw invalid(
                    "truth",
                    "{member} has " + events + " events for " + findings
                            + " findings, and the two may have a product of " + MOST_COMPARED
                            + ": bring from and to closer together, and name fewer events at a time.");
        }
    }

    /** As the member {@code candidates[2].instanceIds[0]}. */
    static Member instance(int candidate, int place) {
        return new Member("candidates[" + candidate + "].instanceIds[" + place + "]");
    }

    private static void checkLabels(List<Candidate> candidates) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!known.add(candidates.get(i).label())) {
                throw invalid(
                        "candidates[" + i + "].label", "{member} is another candidate's, too: give each its own.");
            }
        }
    }

    private static void checkInstances(List<Candidate> candidates) {
        Set<UUID> known = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            List<UUID> ids = candidates.get(i).instanceIds();
            for (int j = 0; j < ids.size(); j++) {
                if (!known.add(ids.get(j))) {
                    throw new Rejected(
                            "member-invalid",
                            instance(i, j),
                            "{member} is named twice: an instance is one candidate's.");
                }
            }
        }
    }

    private static void checkPeriod(NewEvaluation wanted) {
        for (int i = 0; i < wanted.truth().size(); i++) {
            NewEvaluation.Truth event = wanted.truth().get(i);
            Instant end = event.to() == null ? event.from() : event.to();
            boolean early = wanted.from() != null && end.isBefore(wanted.from());
            boolean late = wanted.to() != null && !event.from().isBefore(wanted.to());
            if (early || late) {
                throw invalid(
                        "truth[" + i + "].from",
                        "The event lies outside from and to of the evaluation: widen these, or leave it out.");
            }
        }
    }

    static Rejected invalid(String member, String message) {
        return new Rejected("member-invalid", new Member(member), message);
    }
}
