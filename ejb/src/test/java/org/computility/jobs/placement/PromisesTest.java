package org.computility.jobs.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Decision.Place;
import org.computility.jobs.placement.Decision.Placed;
import org.junit.jupiter.api.Test;

/** What holds in every round, whatever the workload: no word of how it is decided. */
class PromisesTest {

    private static final int WORLDS = 800;

    private Snapshot snapshot;
    private PlacementRules rules;
    private List<Placed> placed;

    @Test
    void areKept() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Worlds worlds = new Worlds(seed);
            rules = worlds.rules();
            snapshot = worlds.snapshot(40);
            placed = Placement.round(snapshot, rules).stream()
                    .filter(Placed.class::isInstance)
                    .map(Placed.class::cast)
                    .toList();
            noNodeIsGivenMoreThanIsFree();
            allTasksArePlacedWhereTheyMay();
            nobodyExceedsAQuotaUnlessItIsBorrowed();
            nobodyIsOvertakenByAnEqual();
        }
    }

    private void noNodeIsGivenMoreThanIsFree() {
        Map<Place, Amount> free = new HashMap<>();
        for (CenterRoom center : snapshot.centers()) {
            for (NodeCapacity node : center.nodes()) {
                long accelerators = node.accelerators() == null ? 0 : node.freeAccelerators();
                Amount room = new Amount(node.freeCores(), node.freeMemoryBytes(), accelerators);
                free.put(new Place(center.id(), node.name()), room);
            }
        }
        for (RunningTask task : snapshot.running()) {
            if (!task.counted() && task.node() != null) {
                free.merge(new Place(task.centerId(), task.node()), task.holds(), Amount::minus);
            }
        }
        for (Placed job : placed) {
            Amount each = snapshot.job(job.jobId()).ofEachNode();
            for (Place place : job.tasks()) {
                assertThat(each.fitsInto(free.get(place)))
                        .as("%s in %s", job, snapshot)
                        .isTrue();
                free.merge(place, each, Amount::minus);
            }
        }
    }

    private void allTasksArePlacedWhereTheyMay() {
        for (Placed job : placed) {
            WaitingJob asked = snapshot.job(job.jobId());
            assertThat(job.tasks()).hasSize(asked.resources().nodes()).doesNotHaveDuplicates();
            Map<String, Integer> counts = new HashMap<>();
            job.tasks().forEach(place -> counts.merge(place.centerId(), 1, Integer::sum));
            List<String> named = asked.places().named();
            for (int i = 0; i < named.size(); i++) {
                assertThat(counts)
                        .containsEntry(
                                named.get(i),
                                asked.places().tasksAt(i, job.tasks().size()));
            }
            assertThat(counts).hasSize(Math.max(1, named.size()));
            assertThat(counts.keySet()).allMatch(asked.places()::hasImageAt).noneMatch(asked.places()::avoids);
            assertThat(snapshot.centers().stream().filter(center -> counts.containsKey(center.id())))
                    .allMatch(CenterRoom::connected);
        }
    }

    private void nobodyExceedsAQuotaUnlessItIsBorrowed() {
        Map<UUID, Amount> used = new HashMap<>();
        snapshot.running().forEach(task -> used.merge(task.organisationId(), task.holds(), Amount::plus));
        for (Placed job : placed) {
            WaitingJob asked = snapshot.job(job.jobId());
            Amount quota = rules.of(asked.organisationId()).quota();
            Amount before = used.getOrDefault(asked.organisationId(), Amount.NONE);
            if (!job.borrowed() && quota != null) {
                assertThat(asked.inAll().fitsInto(quota.minus(before)))
                        .as("%s in %s", job, snapshot)
                        .isTrue();
            }
            used.put(asked.organisationId(), before.plus(asked.inAll()));
        }
    }

    /** Of two jobs of one organisation that ask for the same, the later is never placed without the earlier. */
    private void nobodyIsOvertakenByAnEqual() {
        Set<String> ids = new HashSet<>();
        placed.forEach(job -> ids.add(job.jobId()));
        for (WaitingJob late : snapshot.waiting()) {
            for (WaitingJob early : snapshot.waiting()) {
                boolean before = early.priority() > late.priority()
                        || early.priority() == late.priority()
                                && early.submittedAt().isBefore(late.submittedAt());
                if (before && isEqual(early, late) && ids.contains(late.id())) {
                    assertThat(ids).as("%s in %s", late, snapshot).contains(early.id());
                }
            }
        }
    }

    private static boolean isEqual(WaitingJob one, WaitingJob other) {
        return one.organisationId().equals(other.organisationId())
                && one.resources().equals(other.resources())
                && one.wallLimit().equals(other.wallLimit())
                && one.places().named().equals(other.places().named())
                && Objects.equals(one.places().image(), other.places().image())
                && one.favour().equals(other.favour());
    }
}
