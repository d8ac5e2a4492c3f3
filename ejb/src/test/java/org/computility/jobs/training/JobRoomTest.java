package org.computility.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobService;
import org.computility.jobs.NewJob;
import org.computility.shared.Rejected;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

/** A center "east" of three nodes with eight cores each, and a center "west" of one; tasks of four cores. */
class JobRoomTest {

    private final List<CenterFacts> all = List.of(center("east", 3), center("west", 1));

    @Test
    void tasksOfAJobHaveANodeEachAtOneCenter() {
        taken(job(3));
        refused(job(4), "3 nodes");
        refused(job(1000), "Ask for at most 3");
    }

    @Test
    void namedCentersShareThem() {
        taken(job(2, "east", "west"));
        refused(job(3, "west", "east"), "west has 1 node that");
        taken(job(3, "east", "west").serving(new JobService(8080, "/"), 60));
    }

    @Test
    void replicasOfAServiceMayShareANode() {
        taken(job(8).serving(new JobService(8080, "/"), 60));
        refused(job(9).serving(new JobService(8080, "/"), 60), "hold 8 replicas");
        refused(job(3, "west").serving(new JobService(8080, "/"), 60), "hold 2 replicas");
    }

    @Test
    void aCenterThatTellsOfNoNodeNowMayHoldAnything() {
        JobRoom room = room(List.of(center("east", 0)));

        assertThatCode(() -> room.check(job(1000))).doesNotThrowAnyException();
    }

    private void taken(NewJob job) {
        assertThatCode(() -> room(all).check(job)).doesNotThrowAnyException();
    }

    private void refused(NewJob job, String why) {
        assertThatThrownBy(() -> room(all).check(job)).isInstanceOfSatisfying(Rejected.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("member-out-of-range");
            assertThat(refusal.member()).isEqualTo("config.nodeCount");
            assertThat(refusal.getMessage()).contains(why);
            assertThat(refusal.retryAfter()).isPresent();
        });
    }

    private static JobRoom room(List<CenterFacts> all) {
        JobRoom room = new JobRoom();
        room.centers = new CenterDirectory() {
            @Override
            public List<CenterFacts> centers() {
                return all;
            }

            @Override
            public Optional<CenterFacts> center(String id) {
                return all.stream().filter(center -> center.id().equals(id)).findFirst();
            }
        };
        room.lately = new CentersLately();
        room.lately.directory = room.centers;
        room.lately.clock = new HandClock();
        return room;
    }

    private static CenterFacts center(String id, int nodes) {
        List<NodeCapacity> all = IntStream.range(0, nodes)
                .mapToObj(node -> new NodeCapacity("n" + node, 8, 0, 1L << 34, 0, null, 0))
                .toList();
        JobCapacity capacity = new JobCapacity("X86", 1L << 40, true, false, all);
        return new CenterFacts(id, id, UUID.randomUUID(), true, null, Instant.EPOCH, capacity);
    }

    private static NewJob job(int nodes, String... centers) {
        SpecFacts spec = new SpecFacts("half", "Half", "X86", 4, 1L << 20, null);
        return new NewJob(
                JobKind.TRAINING,
                "job",
                "",
                spec,
                List.of(centers),
                nodes,
                "machine",
                null,
                null,
                "true",
                List.of(),
                60,
                5,
                null);
    }
}
