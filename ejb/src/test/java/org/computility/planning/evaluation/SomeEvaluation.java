package org.computility.planning.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.planning.evaluation.NewEvaluation.Candidate;
import org.computility.planning.evaluation.NewEvaluation.Truth;

/** What a test asks of an evaluation, one thing after the other. */
final class SomeEvaluation {

    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    static final Box BOX = new Box(0.4, 0.3, 0.2, 0.2);

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Truth> truth = new ArrayList<>();
    private Instant from;
    private Instant to;

    SomeEvaluation candidate(String label, UUID... instances) {
        candidates.add(new Candidate(label, List.of(instances)));
        return this;
    }

    /** In these seconds after {@link #START}. */
    SomeEvaluation event(long begin, long end) {
        return event(begin, end, null);
    }

    SomeEvaluation event(long begin, long end, Box box) {
        return event(new Truth(null, null, null, at(begin), at(end), null, null, box));
    }

    /** In these seconds of the file. */
    SomeEvaluation inFile(double begin, Double end) {
        return event(new Truth(null, null, null, null, null, begin, end, null));
    }

    SomeEvaluation event(Truth event) {
        truth.add(event);
        return this;
    }

    SomeEvaluation between(Instant first, Instant last) {
        from = first;
        to = last;
        return this;
    }

    NewEvaluation wanted() {
        return new NewEvaluation("gate", null, from, to, candidates, truth, new Tolerance(2, 0.5));
    }

    static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
