package org.computility.planning.dispatch.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is named as the smallest change is made, and the instance starts; all smaller ones, up to three steps, are made, and it does not. */
class SmallestChangeTest {

    private static final int CASES = 1000;
    /** With so few possible steps, all sets of three are tried, too. */
    private static final int FEW = 16;

    @Test
    void admitsTheInstanceAndNoSmallerOneDoes() {
        Set<List<Step.Kind>> kinds = new HashSet<>();
        int named = 0;
        int without = 0;
        for (int seed = 0; named < CASES; seed++) {
            Situation situation = new Situations(seed).next();
            if (situation.starts()) {
                continue;
            }
            List<Change> changes = WhyWaiting.explain(situation).changes();
            changes.forEach(change -> assertThat(change.on(situation).starts())
                    .as("%s in %s", change, situation)
                    .isTrue());
            Change smallest = changes.isEmpty() ? null : changes.get(0);
            if (smallest == null) {
                without++;
            } else {
                named++;
                kinds.add(smallest.kinds());
            }
            for (Change other : others(situation)) {
                if (smallest == null || Change.SMALLER.compare(other, smallest) < 0) {
                    assertThat(other.on(situation).starts())
                            .as("%s, smaller than %s, in %s", other, smallest, situation)
                            .isFalse();
                }
            }
        }
        // Nothing is licensed here.
        assertThat(kinds.stream().flatMap(List::stream))
                .containsAll(EnumSet.complementOf(EnumSet.of(Step.Kind.LICENCE)));
        assertThat(without).isLessThan(CASES / 5);
    }

    /** Every set of one to three different steps, wherever they are made. */
    private static List<Change> others(Situation situation) {
        List<Step> steps = steps(situation);
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            all.add(new Change(List.of(steps.get(i))));
            for (int j = i + 1; j < steps.size(); j++) {
                add(all, List.of(steps.get(i), steps.get(j)));
                for (int k = j + 1; steps.size() <= FEW && k < steps.size(); k++) {
                    add(all, List.of(steps.get(i), steps.get(j), steps.get(k)));
                }
            }
        }
        return all;
    }

    private static void add(List<Change> all, List<Step> steps) {
        if (steps.stream().filter(Step.Priority.class::isInstance).count() < 2) {
            all.add(new Change(steps));
        }
    }

    private static List<Step> steps(Situation situation) {
        Set<Step> steps = new HashSet<>();
        steps.add(new Step.AnyService());
        for (int priority = situation.me().priority() + 1; priority <= Waiter.HIGHEST; priority++) {
            steps.add(new Step.Priority(priority));
        }
        for (Spot spot : situation.spots()) {
            steps.add(new Step.Answers(spot.computeCode()));
            if (spot.serviceId() != null) {
                steps.add(new Step.Stream(spot.serviceId()));
                steps.add(new Step.Run(spot.serviceId()));
            } else if (spot.isBare()) {
                steps.add(new Step.Load(spot.computeCode()));
            }
        }
        return List.copyOf(steps);
    }
}
