package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.Nodes.NOON;
import static org.computility.compute.Nodes.NORTH;
import static org.computility.compute.Nodes.SOUTH;
import static org.computility.compute.Nodes.code;
import static org.computility.compute.Nodes.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;

class NodeTableTest {

    private final NodeTable table = new NodeTable(TestDatabase.fresh());

    @Test
    void aNewNodeIsOnlineAndWasNotBefore() {
        assertThat(table.register(registration(1, NORTH, NOON))).contains(false);

        assertThat(table.find(code(1)))
                .contains(new NodeView(code(1), "CAP", "10.0.0.1", 8001, true, true, NORTH, NOON, NOON));
        assertThat(table.address(code(1)).orElseThrow().sealedPassword()).containsExactly(1);
    }

    @Test
    void registeringAKnownCodeUpdatesItsAddressAndCredential() {
        table.register(registration(1, NORTH, NOON));
        Registration moved = new Registration(
                code(1), "CAD", "10.9.9.9", 9, "other", new byte[] {2}, false, NORTH, NOON.plusSeconds(5));

        assertThat(table.register(moved)).contains(true);

        assertThat(table.find(code(1)).orElseThrow())
                .extracting(NodeView::type, NodeView::host, NodeView::port, NodeView::servesAlgorithms)
                .containsExactly("CAD", "10.9.9.9", 9, false);
        assertThat(table.address(code(1)).orElseThrow().username()).isEqualTo("other");
    }

    @Test
    void aCodeOfAnotherOrganisationIsNotTakenOver() {
        table.register(registration(1, NORTH, NOON));

        assertThat(table.register(registration(1, SOUTH, NOON.plusSeconds(5)))).isEmpty();

        assertThat(table.find(code(1)).orElseThrow().organisationId()).isEqualTo(NORTH);
        assertThat(table.unregister(code(1), SOUTH)).isFalse();
        assertThat(table.unregister(code(1), NORTH)).isTrue();
        assertThat(table.find(code(1))).isEmpty();
    }

    @Test
    void manyKeepalivesAreOneStatementThatKnowsWhoExistsAndWhoCameBack() {
        table.register(registration(1, NORTH, NOON));
        table.register(registration(2, NORTH, NOON.plusSeconds(30)));
        table.silence(NOON.plusSeconds(10), NOON.plusSeconds(100));

        List<NodeTable.Heard> heard = table.heard(
                Map.of(code(1), NOON.plusSeconds(101), code(2), NOON.plusSeconds(101), code(3), NOON),
                NOON.plusSeconds(102));

        assertThat(heard)
                .containsExactlyInAnyOrder(new NodeTable.Heard(code(1), false), new NodeTable.Heard(code(2), true));
        assertThat(table.find(code(1)).orElseThrow().online()).isTrue();
        assertThat(table.changedSince(NOON.plusSeconds(102)))
                .extracting(change -> change.address().code())
                .containsExactly(code(1));
    }

    @Test
    void anOldKeepaliveNeverTurnsTheClockBack() {
        table.register(registration(1, NORTH, NOON));

        table.heard(Map.of(code(1), NOON.minusSeconds(60)), NOON);

        assertThat(table.find(code(1)).orElseThrow().lastSeenAt()).isEqualTo(NOON);
    }

    @Test
    void onlyTheSilentGoOfflineAndOnlyOnce() {
        table.register(registration(1, NORTH, NOON));
        table.register(registration(2, NORTH, NOON.plusSeconds(50)));

        assertThat(table.silence(NOON.plusSeconds(1), NOON.plusSeconds(91))).containsExactly(code(1));
        assertThat(table.silence(NOON.plusSeconds(1), NOON.plusSeconds(91))).isEmpty();

        assertThat(table.online()).extracting(NodeView::code).containsExactly(code(2));
        assertThat(table.onlineCodes()).containsExactly(code(2));
    }

    @Test
    void aPageHoldsOnlyWhatTheCallerSees() {
        table.register(registration(1, NORTH, NOON));
        table.register(registration(2, NORTH, NOON));
        table.register(registration(3, SOUTH, NOON));
        PageRequest lastFirst = new PageRequest(1, 1, List.of(new PageRequest.Order("ID", true)));

        var ofNorth = table.search(null, null, caller(NORTH, Role.OPERATOR), lastFirst);
        var ofAll = table.search(null, "CAP", caller(SOUTH, Role.ADMINISTRATOR), PageRequest.FIRST);
        var one = table.search(code(3), null, caller(NORTH, Role.OPERATOR), PageRequest.FIRST);

        assertThat(ofNorth.content()).extracting(NodeView::code).containsExactly(code(2));
        assertThat(ofNorth.total()).isEqualTo(2);
        assertThat(ofNorth.totalPages()).isEqualTo(2);
        assertThat(ofAll.content()).extracting(NodeView::code).containsExactly(code(1), code(2), code(3));
        assertThat(one.content()).isEmpty();
    }

    @Test
    void twentyThousandKeepalivesAreWrittenAtOnce() {
        Map<String, Instant> heard = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            heard.put(code(i), NOON);
        }
        table.register(registration(7, NORTH, NOON));

        assertThat(table.heard(heard, NOON)).containsExactly(new NodeTable.Heard(code(7), true));
    }

    private static Caller caller(UUID organisation, Role role) {
        return new Caller(UUID.randomUUID(), "someone", organisation, Set.of(role), null);
    }
}
