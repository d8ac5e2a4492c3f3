package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.code;

import java.util.ArrayList;
import java.util.List;
import org.computility.compute.NodeAddress;
import org.computility.compute.SomeNodes;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.Test;

class WatchedNodesTest {

    private final SomeNodes nodes = new SomeNodes(TestEntities.session(TestDatabase.fresh()));
    private final Adapter adapter = new Adapter();
    private final WatchedNodes watched = new WatchedNodes(adapter);

    @Test
    void atTheStartEveryOnlineNodeIsWatched() {
        nodes.register(1, NOON.minusSeconds(3600));
        nodes.register(2, NOON.minusSeconds(1));
        nodes.register(3, NOON.minusSeconds(7200));
        nodes.silence(NOON.minusSeconds(5000), NOON);

        watched.follow(nodes.addresses(), NOON);

        assertThat(adapter.did).containsExactlyInAnyOrder("open " + code(1), "open " + code(2));
    }

    @Test
    void aNodeThatRegistersIsWatchedAtTheNextRoundAndOnlyOnce() {
        watched.follow(nodes.addresses(), NOON);
        nodes.register(1, NOON);

        watched.follow(nodes.addresses(), NOON.plusSeconds(1));
        watched.follow(nodes.addresses(), NOON.plusSeconds(2));

        assertThat(adapter.did).containsExactly("open " + code(1));
    }

    @Test
    void registeringAgainOpensTheStreamAnew() {
        nodes.register(1, NOON);
        watched.follow(nodes.addresses(), NOON);
        nodes.register(1, NOON.plusSeconds(1));

        watched.follow(nodes.addresses(), NOON.plusSeconds(1));

        assertThat(adapter.did).containsExactly("open " + code(1), "open " + code(1));
    }

    @Test
    void aChangedAddressIsFollowed() {
        nodes.register(1, NOON);
        watched.follow(nodes.addresses(), NOON);
        nodes.registerAtAddressOf(1, 2, NOON.plusSeconds(1));

        watched.follow(nodes.addresses(), NOON.plusSeconds(1));

        assertThat(adapter.ports).containsExactly(8001, 8002);
    }

    @Test
    void aNodeThatLeftIsDroppedAtTheNextWholeComparison() {
        nodes.register(1, NOON);
        watched.follow(nodes.addresses(), NOON);
        nodes.unregister(1);

        watched.follow(nodes.addresses(), NOON.plusSeconds(10));

        assertThat(adapter.did).containsExactly("open " + code(1), "close " + code(1));
        assertThat(watched.codes()).isEmpty();
    }

    @Test
    void aNodeThatLeftIsDroppedThoughTheClockWasPutBack() {
        nodes.register(1, NOON.minusSeconds(7_200));
        watched.follow(nodes.addresses(), NOON);
        nodes.unregister(1);

        watched.follow(nodes.addresses(), NOON.minusSeconds(3_600));

        assertThat(watched.codes()).isEmpty();
    }

    @Test
    void aStreamThatCouldNotBeOpenedIsTriedAgain() {
        nodes.register(1, NOON);
        adapter.broken = true;
        watched.follow(nodes.addresses(), NOON);
        adapter.broken = false;

        watched.follow(nodes.addresses(), NOON.plusSeconds(10));

        assertThat(adapter.did).containsExactly("open " + code(1), "open " + code(1));
    }

    @Test
    void aStreamThatCouldNotBeOpenedAnewIsTriedAgain() {
        nodes.register(1, NOON);
        watched.follow(nodes.addresses(), NOON);
        nodes.register(1, NOON.plusSeconds(1));
        adapter.broken = true;
        watched.follow(nodes.addresses(), NOON.plusSeconds(1));
        adapter.broken = false;
        adapter.did.clear();

        watched.follow(nodes.addresses(), NOON.plusSeconds(20));

        assertThat(adapter.did).containsExactly("open " + code(1));
    }

    @Test
    void aServerThatLostTheLeaseClosesEverythingAndStartsAnewLater() {
        nodes.register(1, NOON.minusSeconds(60));
        watched.follow(nodes.addresses(), NOON);

        watched.dropAll();
        watched.follow(nodes.addresses(), NOON.plusSeconds(1));

        assertThat(adapter.did).containsExactly("open " + code(1), "close " + code(1), "open " + code(1));
    }

    @Test
    void aLostStreamIsTriedOnceAtEachSignOfLife() {
        LostStreams lost = new LostStreams();
        nodes.register(1, NOON);
        nodes.register(2, NOON);
        watched.follow(nodes.addresses(), NOON);
        adapter.did.clear();
        lost.opened(code(1));
        lost.lost(code(1), NOON.plusSeconds(10));
        // Was never open: behind a firewall, perhaps.
        lost.lost(code(2), NOON.plusSeconds(10));

        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(11));
        assertThat(adapter.did).isEmpty();

        nodes.heard(1, NOON.plusSeconds(60));
        nodes.heard(2, NOON.plusSeconds(60));
        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(61));
        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(62));
        assertThat(adapter.did).containsExactly("hurry " + code(1));

        lost.opened(code(1));
        nodes.heard(1, NOON.plusSeconds(90));
        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(91));
        assertThat(adapter.did).hasSize(1);
    }

    @Test
    void aQuietStreamIsTriedOnceWhenItsNodeShowsLifeElsewhere() {
        LostStreams lost = new LostStreams();
        nodes.register(1, NOON);
        watched.follow(nodes.addresses(), NOON);
        lost.opened(code(1));
        adapter.did.clear();
        lost.quiet(code(1), NOON.plusSeconds(10));

        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(16));
        assertThat(adapter.did).isEmpty();

        nodes.heard(1, NOON.plusSeconds(17));
        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(18));
        nodes.heard(1, NOON.plusSeconds(47));
        watched.retry(lost, nodes.addresses(), NOON.plusSeconds(48));
        assertThat(adapter.did).containsExactly("hurry " + code(1));
    }

    private static final class Adapter implements WatchedNodes.Streams {
        private final List<String> did = new ArrayList<>();
        private final List<Integer> ports = new ArrayList<>();
        private boolean broken;

        @Override
        public boolean open(NodeAddress address) {
            did.add("open " + address.code());
            ports.add(address.port());
            return !broken;
        }

        @Override
        public void hurry(NodeAddress address) {
            did.add("hurry " + address.code());
        }

        @Override
        public void close(String code) {
            did.add("close " + code);
        }
    }
}
