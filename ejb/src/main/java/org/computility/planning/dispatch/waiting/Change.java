package org.computility.planning.dispatch.waiting;

import java.util.Comparator;
import java.util.List;
import org.computility.shared.order.FewerFirst;

/**
 * Something that would admit the instance now.
 *
 * @param steps all of them together, in the order of their kinds
 */
public record Change(List<Step> steps) {

    /** Of the kinds of their steps. */
    static final Comparator<List<Step.Kind>> FEWER = new FewerFirst<>();

    /** The smaller first: fewer steps; then the kinds, one by one; then the lower priority; then the names. */
    public static final Comparator<Change> SMALLER = Comparator.comparing(Change::kinds, FEWER)
            .thenComparingInt(Change::priority)
            .thenComparing(change -> change.steps.toString());

    public Change {
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::kind).thenComparing(Step::toString))
                .toList();
    }

    public List<Step.Kind> kinds() {
        return steps.stream().map(Step::kind).toList();
    }

    /** How things would stand. Priority and pin first, so that a service is loaded for what the instance is then. */
    public Situation on(Situation before) {
        Situation after = before;
        for (Step step : steps) {
            after = step.on(after);
        }
        return after;
    }

    private int priority() {
        return steps.stream()
                .filter(Step.Priority.class::isInstance)
                .mapToInt(step -> ((Step.Priority) step).to())
                .findFirst()
                .orElse(0);
    }
}
