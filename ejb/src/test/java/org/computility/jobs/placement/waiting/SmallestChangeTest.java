package org.computility.jobs.placement.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.Worlds;
import org.junit.jupiter.api.Test;

/** What is named as the smallest change is made, and the engine places the job; smaller ones are made, and it does not. */
class SmallestChangeTest {

    private static final int CASES = 1000;
    private static final int LARGER_SETS = 40;

    /** In so many cases with so few possible steps, all pairs are tried. */
    private static final int PAIRED = 60;

    private static final int FEW = 60;

    private int named;
    private int without;

    @Test
    void admitsTheJobAndNoSmallerOneDoes() {
        Set<List<Step.Kind>> kinds = new HashSet<>();
        for (int seed = 0; named < CASES; seed++) {
            Worlds worlds = new Worlds(seed);
            PlacementRules rules = worlds.rules();
            Snapshot snapshot = worlds.snapshot(6);
            Optional<WaitingJob> job = snapshot.waiting().stream()
                    .filter(one -> !isPlaced(one, snapshot, rules))
                    .findFirst();
            if (job.isPresent()) {
                check(job.get(), snapshot, rules, new Random(seed), kinds);
            }
        }
        assertThat(kinds).hasSizeGreaterThan(20);
        assertThat(kinds.stream().flatMap(List::stream)).contains(Step.Kind.values());
        assertThat(without).isLessThan(CASES / 2);
    }

    @Test
    void noOtherPairOfStepsDoes() {
        int checked = 0;
        for (int seed = 0; checked < PAIRED; seed++) {
            Worlds worlds = new Worlds(seed);
            PlacementRules rules = worlds.rules();
            Snapshot snapshot = worlds.snapshot(4);
            for (WaitingJob job : snapshot.waiting()) {
                List<Step> steps = new AllSteps(snapshot, job).all();
                if (steps.size() <= FEW && !isPlaced(job, snapshot, rules)) {
                    checkPairs(job, snapshot, rules, steps);
                    checked++;
                }
            }
        }
    }

    private static void checkPairs(WaitingJob job, Snapshot snapshot, PlacementRules rules, List<Step> steps) {
        List<Change> changes = WhyWaiting.explain(snapshot, rules, job.id()).changes();
        for (int i = 0; i < steps.size(); i++) {
            for (int j = i; j < steps.size(); j++) {
                Change pair = new Change(i == j ? List.of(steps.get(i)) : List.of(steps.get(i), steps.get(j)));
                if (isPossible(pair)
                        && (changes.isEmpty() || Change.SMALLER.compare(pair, changes.get(0)) < 0)
                        && admits(pair, job, snapshot, rules)) {
                    throw new AssertionError("%s, smaller than %s, admits %s in %s under %s"
                            .formatted(pair, changes, job, snapshot, rules));
                }
            }
        }
    }

    private void check(
            WaitingJob job, Snapshot snapshot, PlacementRules rules, Random random, Set<List<Step.Kind>> kinds) {
        List<Change> changes = WhyWaiting.explain(snapshot, rules, job.id()).changes();
        for (Change change : changes) {
            assertThat(isPlaced(job, change.on(snapshot, job.id()), rules))
                    .as("%s admits %s in %s under %s", change, job, snapshot, rules)
                    .isTrue();
        }
        if (changes.isEmpty()) {
            without++;
        } else {
            named++;
            kinds.add(changes.get(0).kinds());
        }
        for (Change smaller : smaller(changes, new AllSteps(snapshot, job).all(), random)) {
            assertThat(admits(smaller, job, snapshot, rules))
                    .as("%s, smaller than %s, admits %s in %s under %s", smaller, changes, job, snapshot, rules)
                    .isFalse();
        }
    }

    /** All single steps that are smaller, and some of the sets. */
    private static List<Change> smaller(List<Change> changes, List<Step> steps, Random random) {
        List<Change> smaller = new ArrayList<>();
        for (Step step : steps) {
            smaller.add(new Change(List.of(step)));
        }
        int most = changes.isEmpty() ? 3 : changes.get(0).steps().size();
        for (int i = 0; most > 1 && i < LARGER_SETS; i++) {
            Set<Step> set = new HashSet<>();
            for (int j = 0; j < most; j++) {
                set.add(steps.get(random.nextInt(steps.size())));
            }
            smaller.add(new Change(List.copyOf(set)));
        }
        smaller.removeIf(change ->
                !isPossible(change) || (!changes.isEmpty() && Change.SMALLER.compare(change, changes.get(0)) >= 0));
        return smaller;
    }

    /** No step twice, and no two that contradict each other. */
    private static boolean isPossible(Change change) {
        Set<Object> once = new HashSet<>();
        for (Step step : change.steps()) {
            Object what = step instanceof Step.Free free
                    ? free.centerId() + free.node()
                    : step instanceof Step.CenterToo
                                    || step instanceof Step.BackTo
                                    || step instanceof Step.ImageToo
                                    || step instanceof Step.Connect
                            ? step
                            : step.kind();
            if (!once.add(what)) {
                return false;
            }
        }
        List<Step.Kind> kinds = change.kinds();
        return !(kinds.contains(Step.Kind.ANY_CENTER) && kinds.contains(Step.Kind.CENTER_TOO));
    }

    private static boolean admits(Change change, WaitingJob job, Snapshot snapshot, PlacementRules rules) {
        Snapshot changed;
        try {
            changed = change.on(snapshot, job.id());
        } catch (IllegalArgumentException e) {
            // More centers named than it has nodes.
            return false;
        }
        return isPlaced(job, changed, rules);
    }

    private static boolean isPlaced(WaitingJob job, Snapshot snapshot, PlacementRules rules) {
        return Placement.round(snapshot, rules).stream()
                .anyMatch(decision ->
                        decision instanceof Decision.Placed && decision.jobId().equals(job.id()));
    }
}
