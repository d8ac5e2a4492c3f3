package org.computility.planning.dispatch.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.quotas.Licences;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final UUID SERVICE = UUID.randomUUID();

    private final Wish one = wish("MOTION");
    private final Wish two = wish("MOTION");
    private final Wish smoke = wish("SMOKE");

    @Test
    void postponesWhoseRoomTheGroupTook() {
        Placement group = Placement.ofGroup();

        group.place(List.of(one, two), List.of(room(1, 0)));

        assertThat(group.chosen()).extracting(Assignment::wish).containsExactly(one);
        assertThat(group.postponed()).containsOnlyKeys(two);
        assertThat(group.postponed().get(two)).contains("has room", "first in the next group");
        assertThat(group.left()).isEmpty();
    }

    @Test
    void leavesOutWhomNoServiceRunsThoughOthersStart() {
        Placement group = Placement.ofGroup();

        group.place(List.of(one, smoke), List.of(room(1, 0)));

        assertThat(group.left()).containsOnlyKeys(smoke);
        assertThat(group.postponed()).isEmpty();
    }

    @Test
    void leavesOutWhoseRoomStrangersHold() {
        Placement group = Placement.ofGroup();

        group.place(List.of(one, two), List.of(room(3, 3)));

        assertThat(group.left()).containsOnlyKeys(one, two);
        assertThat(group.postponed()).isEmpty();
    }

    @Test
    void postponesWhoseLicencesTheGroupTook() {
        Placement group = Placement.ofGroup();

        group.place(List.of(one, two), Places.open(List.of(room(2, 0))), Licences.leaving(Map.of("MOTION", 1L)));

        assertThat(group.chosen()).extracting(Assignment::wish).containsExactly(one);
        assertThat(group.postponed()).containsOnlyKeys(two);
        assertThat(group.postponed().get(two)).contains("licences of MOTION allow 1 streams", "and 1 run");
    }

    @Test
    void leavesOutWhoseLicencesStrangersHoldAndNobodyElse() {
        Placement group = Placement.ofGroup();

        group.place(
                List.of(smoke, one),
                Places.open(List.of(room(2, 0))),
                Licences.leaving(Map.of("MOTION", 1L, "SMOKE", 0L)));

        assertThat(group.chosen()).extracting(Assignment::wish).containsExactly(one);
        assertThat(group.postponed()).isEmpty();
        assertThat(group.left().get(smoke)).contains("licences of SMOKE allow 0 streams");
    }

    @Test
    void wantsRoomForAsManyAsLicencesStillAdmit() {
        Placement due = Placement.ofDue();

        due.place(
                List.of(smoke, one, two),
                Places.open(List.of(room(1, 1))),
                Licences.leaving(Map.of("MOTION", 1L, "SMOKE", 0L)));

        assertThat(due.left()).containsOnlyKeys(smoke, one, two);
        assertThat(due.wantingRoom()).containsExactly(one);
    }

    @Test
    void fitsWhereTheChosenServicesStillHaveRoomForAll() {
        Placement group = Placement.ofGroup();
        group.place(List.of(one, two), List.of(room(2, 0)));

        assertThat(group.isWhole()).isTrue();
        assertThat(group.services()).containsExactly(SERVICE);
        assertThat(group.fits(List.of(room(2, 0)))).isTrue();
        assertThat(group.fits(List.of(room(2, 1)))).as("somebody came first").isFalse();
        assertThat(group.fits(List.of())).as("the service is gone").isFalse();
    }

    @Test
    void isNotWholeWhereSomebodyHasNoPlace() {
        Placement group = Placement.ofGroup();

        group.place(List.of(one, smoke), List.of(room(2, 0)));

        assertThat(group.isWhole()).isFalse();
    }

    @Test
    void postponesNobodyWhoStartsApartFromAGroup() {
        Placement due = Placement.ofDue();

        due.place(List.of(one, two), List.of(room(1, 0)));

        assertThat(due.left()).containsOnlyKeys(two);
        assertThat(due.postponed()).isEmpty();
    }

    @Test
    void saysWhatANodeSaidThatIsAvoidedAndHasItsMembersWait() {
        Placement due = Placement.ofDue();
        Placement group = Placement.ofGroup();
        Places avoided = Places.of(List.of(room(2, 0)), node -> Optional.of("Compute " + node + " is busy."));

        due.place(List.of(one, smoke), avoided, Licences.unlimited());
        group.place(List.of(one), avoided, Licences.unlimited());

        assertThat(due.left())
                .containsEntry(one, "Compute node is busy.")
                .containsEntry(smoke, "No running service of SMOKE in this organisation has room.");
        assertThat(due.misses(one)).isFalse();
        assertThat(due.misses(smoke)).isTrue();
        assertThat(group.left()).containsEntry(one, "Compute node is busy.");
        assertThat(group.misses(one)).as("its group begins without it").isTrue();
    }

    @Test
    void saysSoBesideThatOthersHaveNoRoom() {
        Placement due = Placement.ofDue();
        Place other = new Place(UUID.randomUUID(), "other", Set.of("MOTION"), 1, 1, false);

        due.place(
                List.of(one),
                Places.of(
                        List.of(room(2, 0), other),
                        node -> Optional.of("Compute node is busy.").filter(words -> node.equals("node"))),
                Licences.unlimited());

        assertThat(due.left())
                .containsEntry(
                        one, "No running service of MOTION in this organisation has room. Compute node is busy.");
    }

    private static Place room(int slots, int taken) {
        return new Place(SERVICE, "node", Set.of("MOTION"), slots, taken, false);
    }

    private static Wish wish(String algoDefCode) {
        return new Wish(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                algoDefCode,
                null,
                null,
                TaskDocument.EMPTY,
                "T",
                true,
                1,
                10L,
                true);
    }
}
