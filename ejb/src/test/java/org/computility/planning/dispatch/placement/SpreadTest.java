package org.computility.planning.dispatch.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.planning.documents.TaskDocument;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final UUID SMALL = UUID.randomUUID();
    private static final UUID LARGE = UUID.randomUUID();

    @Test
    void fillsServicesInProportionToTheirRoom() {
        Map<UUID, Place> spread =
                Spread.over(wishes(6, null), List.of(service(SMALL, "a", 4, 0), service(LARGE, "b", 8, 0)));

        Map<UUID, Long> taken =
                spread.values().stream().collect(Collectors.groupingBy(Place::serviceId, Collectors.counting()));
        assertThat(taken).containsEntry(SMALL, 2L).containsEntry(LARGE, 4L);
    }

    @Test
    void prefersTheServiceThatIsEmptierNow() {
        Map<UUID, Place> spread =
                Spread.over(wishes(2, null), List.of(service(SMALL, "a", 4, 3), service(LARGE, "b", 4, 0)));

        assertThat(spread.values()).extracting(Place::serviceId).containsOnly(LARGE);
    }

    @Test
    void leavesOutWhatHasNoRoomInTheGivenOrder() {
        List<Wish> wishes = wishes(3, null);

        Map<UUID, Place> spread = Spread.over(wishes, List.of(service(SMALL, "a", 2, 0)));

        assertThat(spread).containsOnlyKeys(wishes.get(0).id(), wishes.get(1).id());
    }

    @Test
    void honoursAPinEvenWhenAnotherServiceHasRoom() {
        Map<UUID, Place> spread =
                Spread.over(wishes(2, SMALL), List.of(service(SMALL, "a", 1, 0), service(LARGE, "b", 9, 0)));

        assertThat(spread.values()).extracting(Place::serviceId).containsExactly(SMALL);
    }

    @Test
    void sharesTheRoomBetweenPinnedAndFreeOnes() {
        List<Wish> mixed = List.of(wishFor(SMALL), wishFor(null), wishFor(SMALL), wishFor(null));

        Map<UUID, Place> spread = Spread.over(mixed, List.of(service(SMALL, "a", 3, 0)));

        assertThat(spread).hasSize(3);
    }

    @Test
    void givesAnInstanceToTheDeviceItIsMeantForAndElseToServices() {
        Place camera = new Place(null, "camera", Set.of(), Integer.MAX_VALUE, 0, false);
        Wish own = new Wish(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "OTHER",
                "camera",
                null,
                TaskDocument.EMPTY,
                "T",
                false,
                null,
                null,
                false);
        Wish foreign = wishFor(null);

        Map<UUID, Place> spread = Spread.over(List.of(own, foreign), List.of(camera, service(SMALL, "a", 1, 0)));

        assertThat(spread.get(own.id())).isEqualTo(camera);
        assertThat(spread.get(foreign.id()).serviceId()).isEqualTo(SMALL);
    }

    @Test
    void givesADeviceNothingThatDoesNotNameItWhereNoServiceHasRoom() {
        Place camera = new Place(null, "camera", Set.of(), Integer.MAX_VALUE, 0, false);
        List<Wish> foreign = wishes(2, null);

        assertThat(Spread.over(foreign, List.of(camera, service(SMALL, "a", 1, 0))))
                .containsOnlyKeys(foreign.get(0).id());
    }

    @Test
    void givesAnOverloadedServiceOnlyWhatHasNoRoomElsewhere() {
        Place overloaded = new Place(LARGE, "b", Set.of("MOTION"), 9, 0, true);

        Map<UUID, Place> spread = Spread.over(wishes(3, null), List.of(overloaded, service(SMALL, "a", 2, 0)));

        assertThat(spread.values()).extracting(Place::serviceId).containsExactly(SMALL, SMALL, LARGE);
    }

    /** Services with several capabilities stand in several queues. */
    @Test
    void alwaysGivesTheEmptiestWhateverElseTheServicesAreGiven() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Place> places = IntStream.range(0, 2 + random.nextInt(6))
                    .mapToObj(i -> new Place(
                            new UUID(1, i),
                            "n" + i % 4,
                            Stream.of("a", "b", "c")
                                    .filter(code -> random.nextInt(3) > 0)
                                    .collect(Collectors.toSet()),
                            1 + random.nextInt(6),
                            random.nextInt(2),
                            random.nextInt(5) == 0))
                    .toList();
            List<Wish> wishes = IntStream.range(0, 25)
                    .mapToObj(i -> wish(List.of("a", "b", "c").get(random.nextInt(3))))
                    .toList();

            assertThat(Spread.over(wishes, places)).as("seed %d", seed).isEqualTo(oneByOne(wishes, places));
        }
    }

    private static Map<UUID, Place> oneByOne(List<Wish> wishes, List<Place> places) {
        List<Seat> seats =
                places.stream().map(place -> new Seat(place, place.taken())).toList();
        Map<UUID, Place> given = new HashMap<>();
        for (Wish wish : wishes) {
            seats.stream()
                    .filter(seat -> seat.hasRoom() && seat.suits(wish))
                    .min(Comparator.naturalOrder())
                    .ifPresent(seat -> {
                        seat.take();
                        given.put(wish.id(), seat.place());
                    });
        }
        return given;
    }

    private static Wish wish(String algoDefCode) {
        return new Wish(
                UUID.randomUUID(), 1, null, algoDefCode, null, null, TaskDocument.EMPTY, "T", false, null, null, false);
    }

    private static Place service(UUID id, String node, int slots, int taken) {
        return new Place(id, node, Set.of("MOTION"), slots, taken, false);
    }

    private static List<Wish> wishes(int count, UUID pinned) {
        return IntStream.range(0, count).mapToObj(i -> wishFor(pinned)).toList();
    }

    private static Wish wishFor(UUID pinned) {
        return new Wish(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "MOTION",
                null,
                pinned,
                TaskDocument.EMPTY,
                "T",
                false,
                null,
                null,
                false);
    }
}
