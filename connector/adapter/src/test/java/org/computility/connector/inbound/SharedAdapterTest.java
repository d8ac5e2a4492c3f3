package org.computility.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.computility.connector.http.RuntimeHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedAdapterTest {

    private final SharedAdapter adapter = new SharedAdapter();
    private final List<String> told = new ArrayList<>();
    private final FakeServer server = new FakeServer();
    private final FakeServer another = new FakeServer();

    @AfterEach
    void close() {
        server.close();
        another.close();
    }

    @Test
    void everySideHearsOfListenersThatComeAndOfTheLastThatLeaves() {
        adapter.join(side("a"));
        adapter.join(side("b"));
        Endpoint first = new Endpoint(server, server);
        Endpoint second = new Endpoint(another, another);

        adapter.add(first);
        adapter.add(second);
        adapter.remove(first);
        assertThat(told).containsExactly("a hears 1", "b hears 1", "a hears 2", "b hears 2");
        adapter.remove(second);
        adapter.remove(second);

        assertThat(told.subList(4, told.size())).containsExactly("a hears 0", "b hears 0");
    }

    @Test
    void onlyTheLastInstanceToStopTakesEverythingWithIt() {
        adapter.join(side("a"));
        adapter.started();
        adapter.started();
        RuntimeHttp http = adapter.http();

        adapter.stopped();
        assertThat(told).isEmpty();
        assertThat(adapter.http()).isSameAs(http);
        adapter.stopped();

        assertThat(told).containsExactly("a stops");
        assertThat(http.timer().isShutdown()).isTrue();
    }

    @Test
    void anAdapterThatStartsAgainHasNewThreads() {
        adapter.started();
        RuntimeHttp before = adapter.http();
        adapter.stopped();
        adapter.started();

        assertThat(adapter.http()).isNotSameAs(before);
        assertThat(adapter.http().timer().isShutdown()).isFalse();
        adapter.stopped();
    }

    @Test
    void nobodyOutsideChangesWhoListens() {
        List<Endpoint> seen = adapter.endpoints();
        adapter.add(new Endpoint(server, server));

        assertThat(seen).hasSize(1);
        assertThatThrownBy(seen::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private SharedAdapter.Side side(String name) {
        return new SharedAdapter.Side() {
            @Override
            public void listenersChanged() {
                told.add(name + " hears " + adapter.endpoints().size());
            }

            @Override
            public void stop() {
                told.add(name + " stops");
            }
        };
    }
}
