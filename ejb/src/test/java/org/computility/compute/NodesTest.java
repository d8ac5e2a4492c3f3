package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.NORTH;
import static org.computility.compute.SomeNodes.SOUTH;
import static org.computility.compute.SomeNodes.code;
import static org.computility.compute.SomeNodes.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class NodesTest {

    private final Nodes nodes = new Nodes_(TestEntities.session(TestDatabase.fresh()));

    @Test
    void aNewNodeIsOnlineAndWasNotBefore() {
        assertThat(nodes.register(registration(1, NORTH, NOON))).contains(false);

        assertThat(nodes.find(code(1)).map(ComputeNode::view))
                .contains(new NodeView(code(1), "CAP", "10.0.0.1", 8001, true, true, NORTH, NOON, NOON));
        assertThat(address().sealedPassword()).containsExactly(1);
    }

    @Test
    void registeringAKnownCodeUpdatesItsAddressAndCredential() {
        nodes.register(registration(1, NORTH, NOON));
        Registration moved = new Registration(
                code(1), "CAD", "10.9.9.9", 9, "other", new byte[] {2}, false, NORTH, NOON.plusSeconds(5));

        assertThat(nodes.register(moved)).contains(true);

        assertThat(view())
                .extracting(NodeView::type, NodeView::host, NodeView::port, NodeView::servesAlgorithms)
                .containsExactly("CAD", "10.9.9.9", 9, false);
        assertThat(address().username()).isEqualTo("other");
    }

    @Test
    void aCodeOfAnotherOrganisationIsNotTakenOver() {
        nodes.register(registration(1, NORTH, NOON));

        assertThat(nodes.register(registration(1, SOUTH, NOON.plusSeconds(5)))).isEmpty();

        assertThat(view().organisationId()).isEqualTo(NORTH);
        assertThat(nodes.unregister(code(1), SOUTH)).isFalse();
        assertThat(nodes.unregister(code(1), NORTH)).isTrue();
        assertThat(nodes.find(code(1))).isEmpty();
    }

    @Test
    void manyKeepalivesAreOneStatementThatKnowsWhoExistsAndWhoCameBack() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.register(registration(2, NORTH, NOON.plusSeconds(30)));
        nodes.silence(code(1), NOON.plusSeconds(10), NOON.plusSeconds(100));

        List<Nodes.Heard> heard = nodes.heard(
                Map.of(code(1), NOON.plusSeconds(101), code(2), NOON.plusSeconds(101), code(3), NOON),
                NOON.plusSeconds(102));

        assertThat(heard)
                .containsExactlyInAnyOrder(new Nodes.Heard(code(1), false, true), new Nodes.Heard(code(2), true, true));
        assertThat(view().online()).isTrue();
        assertThat(nodes.changedSince(NOON.plusSeconds(102)))
                .extracting(node -> node.address().code())
                .containsExactly(code(1));
    }

    @Test
    void anOldKeepaliveNeverTurnsTheClockBack() {
        nodes.register(registration(1, NORTH, NOON));

        nodes.heard(Map.of(code(1), NOON.minusSeconds(60)), NOON);

        assertThat(view().lastSeenAt()).isEqualTo(NOON);
    }

    @Test
    void onlyTheSilentGoOfflineAndOnlyOnce() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.register(registration(2, NORTH, NOON.plusSeconds(50)));

        assertThat(nodes.silentSince(NOON.plusSeconds(1))).containsExactly(code(1));
        assertThat(nodes.silence(code(1), NOON.plusSeconds(1), NOON.plusSeconds(91)))
                .isTrue();
        assertThat(nodes.silence(code(1), NOON.plusSeconds(1), NOON.plusSeconds(91)))
                .as("another server's turn")
                .isFalse();
        assertThat(nodes.silence(code(2), NOON.plusSeconds(1), NOON.plusSeconds(91)))
                .as("it was heard")
                .isFalse();
        assertThat(nodes.silentSince(NOON.plusSeconds(1))).isEmpty();

        assertThat(nodes.online()).extracting(node -> node.view().code()).containsExactly(code(2));
        assertThat(nodes.onlineCodes()).containsExactly(code(2));
    }

    @Test
    void aDeathThatTheNetworkToldCountsUntilALaterSign() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.heard(Map.of(code(1), NOON.plusSeconds(5)), NOON.plusSeconds(5));
        assertThat(nodes.die(code(1), NOON.plusSeconds(4), NOON.plusSeconds(9)))
                .as("heard after its stream was lost")
                .isEmpty();
        assertThat(nodes.die(code(1), NOON.plusSeconds(6), NOON.plusSeconds(11)))
                .containsExactly(code(1));
        assertThat(nodes.die(code(1), NOON.plusSeconds(6), NOON.plusSeconds(11)))
                .isEmpty();

        assertThat(nodes.heard(Map.of(code(1), NOON.plusSeconds(10)), NOON.plusSeconds(15)))
                .as("an old sign, written late")
                .containsExactly(new Nodes.Heard(code(1), false, false));
        assertThat(view().online()).isFalse();

        assertThat(nodes.heard(Map.of(code(1), NOON.plusSeconds(12)), NOON.plusSeconds(16)))
                .containsExactly(new Nodes.Heard(code(1), false, true));
        assertThat(view().online()).isTrue();
    }

    @Test
    void whoDiedAndRegistersIsBackAtOnceAndAClockThatWasPutBackKeepsNobodyDead() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.die(code(1), NOON, NOON.plusSeconds(9));
        nodes.register(registration(1, NORTH, NOON.plusSeconds(8)));
        assertThat(view().online()).isTrue();

        nodes.die(code(1), NOON.plusSeconds(8), NOON.plusSeconds(3600));
        nodes.endFuture(NOON.plusSeconds(20));
        nodes.heard(Map.of(code(1), NOON.plusSeconds(21)), NOON.plusSeconds(21));
        assertThat(view().online()).isTrue();
    }

    @Test
    void aPageHoldsOnlyWhatTheOrganisationHas() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.register(registration(2, NORTH, NOON));
        nodes.register(registration(3, SOUTH, NOON));
        PageRequest lastFirst = new PageRequest(1, 1, List.of(new PageRequest.Order("id", true)));

        var ofNorth = search(null, null, NORTH, lastFirst);
        var ofAll = search(null, "CAP", null, PageRequest.FIRST);
        var one = search(code(3), null, NORTH, PageRequest.FIRST);

        assertThat(ofNorth.content()).extracting(NodeView::code).containsExactly(code(2));
        assertThat(ofNorth.total()).isEqualTo(2);
        assertThat(ofNorth.totalPages()).isEqualTo(2);
        assertThat(ofAll.content()).extracting(NodeView::code).containsExactly(code(1), code(2), code(3));
        assertThat(one.content()).isEmpty();
    }

    @Test
    void aNodeWithoutAnOrganisationIsNobodysButRegistersAndLeaves() {
        assertThat(nodes.register(registration(1, null, NOON))).contains(false);
        assertThat(nodes.register(registration(1, null, NOON))).contains(true);
        nodes.register(registration(2, NORTH, NOON));

        assertThat(search(null, null, NORTH, PageRequest.FIRST).content())
                .extracting(NodeView::code)
                .containsExactly(code(2));
        assertThat(nodes.unregister(code(1), null)).isTrue();
    }

    @Test
    void aPageIsSortedByWhatItAsksFor() {
        nodes.register(registration(1, NORTH, NOON));
        nodes.register(registration(2, NORTH, NOON.plusSeconds(50)));
        nodes.silence(code(1), NOON.plusSeconds(1), NOON.plusSeconds(91));
        PageRequest onlineFirst = new PageRequest(1, 10, List.of(new PageRequest.Order("isOnline", true)));

        assertThat(search(null, null, NORTH, onlineFirst).content())
                .extracting(NodeView::code)
                .containsExactly(code(2), code(1));
    }

    @Test
    void twentyThousandKeepalivesAreWrittenAtOnce() {
        Map<String, Instant> heard = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            heard.put(code(i), NOON);
        }
        nodes.register(registration(7, NORTH, NOON));

        assertThat(nodes.heard(heard, NOON)).containsExactly(new Nodes.Heard(code(7), true, true));
    }

    private NodeView view() {
        return nodes.find(code(1)).orElseThrow().view();
    }

    private NodeAddress address() {
        return nodes.find(code(1)).orElseThrow().address();
    }

    private Page<NodeView> search(String code, String type, UUID organisation, PageRequest page) {
        return nodes.search(code, type, organisation, page).map(ComputeNode::view);
    }
}
