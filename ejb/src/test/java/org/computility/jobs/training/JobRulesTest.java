package org.computility.jobs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.ImageFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.shared.Rejected;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

/** An image that one center has, and a job that names no center. */
class JobRulesTest {

    private ImageFacts image = new ImageFacts("image", "image", "east", "/image", "true");
    private Accelerators accelerators;

    @Test
    void theJobGoesToThatCenter() {
        assertThat(rules(true, 8).check(job()).centerIds()).containsExactly("east");
    }

    @Test
    void thatCenterMustBeConnected() {
        assertThatThrownBy(() -> rules(false, 8).check(job()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not connected")
                .satisfies(refusal -> assertThat(((Rejected) refusal).retryAfter())
                        .as("it may be back in a moment")
                        .isPresent());
    }

    @Test
    void thatCenterMustHaveANodeForIt() {
        assertThatThrownBy(() -> rules(true, 1).check(job()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("center east has no node");
    }

    @Test
    void aCenterThatTellsOfNoNodeNowIsWaitedFor() {
        CenterFacts east = facts("east", new JobCapacity("X86", 0, List.of()));

        assertThat(rules(east).check(job()).centerIds()).containsExactly("east");
    }

    @Test
    void whatNobodyHasIsRefusedForGood() {
        assertThatThrownBy(() -> rules(true, 8).check(from("image:1", List.of("north"))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        refusal -> assertThat(refusal.retryAfter()).isEmpty());
    }

    @Test
    void centersAreReadForManyJobsAtOnceAndAnewWhereNoneWillDo() {
        AtomicInteger reads = new AtomicInteger();
        List<CenterFacts> all = new ArrayList<>(List.of(facts("east", true, 8)));
        HandClock clock = new HandClock();
        CentersLately lately = new CentersLately();
        lately.clock = clock;
        lately.directory = new CenterDirectory() {
            @Override
            public List<CenterFacts> centers() {
                reads.incrementAndGet();
                return List.copyOf(all);
            }
        };
        for (int job = 0; job < 5; job++) {
            assertThat(lately.matching(center -> true)).hasSize(1);
        }
        assertThat(reads).hasValue(1);

        all.add(facts("west", true, 8));
        assertThat(lately.matching(center -> center.id().equals("west"))).hasSize(1);
        assertThat(reads).hasValue(2);
        clock.pass(Duration.ofSeconds(3));
        lately.matching(center -> true);
        assertThat(reads).hasValue(3);
    }

    @Test
    void aContainerImageNeedsACenterOfContainers() {
        assertThatThrownBy(() -> rules(true, 8).check(from("registry.example.org/train:1.2", List.of())))
                .isInstanceOfSatisfying(Rejected.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("job-image-unavailable");
                    assertThat(refusal.member()).isEqualTo("config.imageUrl");
                });
        assertThatThrownBy(() -> rules(true, 8).check(from("registry.example.org/train:1.2", List.of("west"))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("not every named center");
    }

    @Test
    void anImageIsForTheArchitectureAndTheAcceleratorsOfTheSpec() {
        JobRules rules = rules(true, 8);
        for (String[] other : new String[][] {{"ARM", null}, {"x86", "NPU"}, {null, "npu"}}) {
            image = new ImageFacts("image", "image", null, null, "true", other[0], other[1]);
            accelerators = new Accelerators("GPU", "", 1, 0);
            assertThatThrownBy(() -> rules.check(job())).isInstanceOfSatisfying(Rejected.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("job-image-unavailable");
                assertThat(refusal.member()).isEqualTo("config.imageId");
                assertThat(refusal.getMessage()).contains("it is for");
                assertThat(refusal.retryAfter()).isEmpty();
            });
        }
        accelerators = null;
        image = new ImageFacts("image", "image", null, null, "true", "x86", "GPU");
        assertThat(rules.check(job()).imageId()).as("it needs no accelerator").isEqualTo("image");
    }

    @Test
    void aCenterOfContainersStartsFromNothingElse() {
        CenterFacts cluster = facts("cluster", new JobCapacity("X86", 0, true, true, List.of()));
        assertThat(cluster.startsFrom("train:1.2")).isTrue();
        assertThat(cluster.startsFrom("/images/train")).isFalse();
        assertThat(cluster.startsFrom(null)).isFalse();
        assertThat(facts("new", null).startsFrom(null)).isFalse();
    }

    private static CenterFacts facts(String id, JobCapacity capacity) {
        return new CenterFacts(id, id, UUID.randomUUID(), true, null, Instant.EPOCH, capacity);
    }

    private static NewTrainingJob from(String imageUrl, List<String> centers) {
        return new NewTrainingJob(
                "job", null, centers, "small", null, null, imageUrl, "true", List.of(), null, null, null);
    }

    private JobRules rules(boolean connected, int cores) {
        return rules(facts("east", connected, cores));
    }

    private JobRules rules(CenterFacts east) {
        JobRules rules = new JobRules();
        rules.centers = new CenterDirectory() {
            @Override
            public List<CenterFacts> centers() {
                return List.of(east, facts("west", true, 8));
            }

            @Override
            public Optional<CenterFacts> center(String id) {
                return centers().stream()
                        .filter(center -> center.id().equals(id))
                        .findFirst();
            }

            @Override
            public Optional<SpecFacts> spec(String id) {
                return Optional.of(new SpecFacts(id, id, "X86", 4, 1 << 20, accelerators));
            }

            @Override
            public Optional<ImageFacts> image(String id) {
                return Optional.of(image);
            }
        };
        rules.places = new JobCenters();
        rules.places.centers = rules.centers;
        rules.places.lately = new CentersLately();
        rules.places.lately.directory = rules.centers;
        rules.places.lately.clock = new HandClock();
        return rules;
    }

    private static CenterFacts facts(String id, boolean connected, int cores) {
        return new CenterFacts(
                id,
                id,
                UUID.randomUUID(),
                connected,
                null,
                Instant.EPOCH,
                new JobCapacity(
                        "X86", 1L << 40, List.of(new NodeCapacity("one", cores, cores, 1L << 34, 1L << 34, null, 0))));
    }

    private static NewTrainingJob job() {
        return new NewTrainingJob(
                "job", null, List.of(), "small", null, "image", null, null, List.of(), null, null, null);
    }
}
