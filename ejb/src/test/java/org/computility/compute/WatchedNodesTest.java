package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.Nodes.NOON;
import static org.computility.compute.Nodes.NORTH;
import static org.computility.compute.Nodes.code;
import static org.computility.compute.Nodes.registration;

import java.util.ArrayList;
import java.util.List;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;

class WatchedNodesTest {

    private final NodeTable table = new NodeTable(TestDatabase.fresh());
    private final Adapter adapter = new Adapter();
    private final WatchedNodes watched = new WatchedNodes(adapter);

    @Test
    void atTheStartEveryOnlineNodeIsWatched() {
        table.register(registration(1, NORTH, NOON.minusSeconds(3600)));
        table.register(registration(2, NORTH, NOON.minusSeconds(1)));
        table.register(registration(3, NORTH, NOON.minusSeconds(7200)));
        table.silence(NOON.minusSeconds(5000), NOON);

        watched.follow(table, NOON);

        assertThat(adapter.did).containsExactlyInAnyOrder("open " + code(1), "open " + code(2));
    }

    @Test
    void aNodeThatRegistersIsWatchedAtTheNextRoundAndOnlyOnce() {
        watched.follow(table, NOON);
        table.register(registration(1, NORTH, NOON));

        watched.follow(table, NOON.plusSeconds(1));
        watched.follow(table, NOON.plusSeconds(2));

        assertThat(adapter.did).containsExactly("open " + code(1));
    }

    @Test
    void registeringAgainOpensTheStreamAnew() {
        table.register(registration(1, NORTH, NOON));
        watched.follow(table, NOON);
        table.register(registration(1, NORTH, NOON.plusSeconds(1)));

        watched.follow(table, NOON.plusSeconds(1));

        assertThat(adapter.did).containsExactly("open " + code(1), "open " + code(1));
    }

    @Test
    void aNodeThatLeftIsDroppedAtTheNextWholeComparison() {
        table.register(registration(1, NORTH, NOON));
        watched.follow(table, NOON);
        table.unregister(code(1), NORTH);

        watched.follow(table, NOON.plusSeconds(10));

        assertThat(adapter.did).containsExactly("open " + code(1), "close " + code(1));
    }

    @Test
    void aStreamThatCouldNotBeOpenedIsTriedAgain() {
        table.register(registration(1, NORTH, NOON));
        adapter.broken = true;
        watched.follow(table, NOON);
        adapter.broken = false;

        watched.follow(table, NOON.plusSeconds(10));

        assertThat(adapter.did).containsExactly("open " + code(1), "open " + code(1));
    }

    @Test
    void aServerThatLostTheLeaseClosesEverythingAndStartsAnewLater() {
        table.register(registration(1, NORTH, NOON.minusSeconds(60)));
        watched.follow(table, NOON);

        watched.dropAll();
        watched.follow(table, NOON.plusSeconds(1));

        assertThat(adapter.did).containsExactly("open " + code(1), "close " + code(1), "open " + code(1));
    }

    private static final class Adapter implements WatchedNodes.Streams {
        private final List<String> did = new ArrayList<>();
        private boolean broken;

        @Override
        public boolean open(NodeAddress address) {
            did.add("open " + address.code());
            return !broken;
        }

        @Override
        public void close(String code) {
            did.add("close " + code);
        }
    }
}
