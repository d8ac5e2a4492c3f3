package org.computility.shared.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.shared.console.Texts;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private final List<Set<String>> looks = new ArrayList<>();
    private final List<Set<String>> renewals = new ArrayList<>();
    private final Watchers watchers = watchers(new BrokenTopic(), new RunsTopic());

    @Test
    void oneLookServesAllOpenPages() throws IOException {
        open("7", "8");
        open("8", "9");

        watchers.look();

        assertThat(looks).containsExactly(Set.of("7", "8", "9"));
    }

    @Test
    void aTopicThatNobodyShowsIsNotLookedAt() throws IOException {
        watchers.look();
        watchers.renew();
        Watcher watcher = open("7");
        watchers.remove(watcher);

        watchers.look();

        assertThat(looks).isEmpty();
        assertThat(renewals).isEmpty();
    }

    @Test
    void anEmptyListIsLookedAtForItsFirstRowButHasNothingToRenew() throws IOException {
        open();

        watchers.look();
        watchers.renew();

        assertThat(looks).containsExactly(Set.of());
        assertThat(renewals).isEmpty();
    }

    @Test
    void aTopicThatFailsKeepsNoNewsFromTheOthers() throws IOException {
        Watcher both = new Watcher(
                () -> Optional.of(any -> true),
                Texts.in(Locale.ENGLISH),
                Map.of("broken", Set.of("1"), "runs", Set.of("7")));
        watchers.add(both, EventStream.on(new OpenAnswer().call(), () -> {}));

        watchers.look();
        watchers.renew();

        assertThat(looks).containsExactly(Set.of("7"));
        assertThat(renewals).containsExactly(Set.of("7"));
    }

    @Test
    void aPageThatCannotBeToldKeepsNoNewsFromTheOthers() throws IOException {
        for (int number = 0; number < 5; number++) {
            OpenAnswer unlucky = new OpenAnswer();
            Watcher failing = new Watcher(
                    () -> {
                        throw new IllegalStateException("no sight");
                    },
                    Texts.in(Locale.ENGLISH),
                    Map.of("runs", Set.of("7")));
            watchers.add(failing, EventStream.on(unlucky.call(), () -> {}));
        }
        OpenAnswer answer = new OpenAnswer();
        Watcher lucky = new Watcher(() -> Optional.of(any -> true), Texts.in(Locale.ENGLISH), Map.of("runs", Set.of()));
        watchers.add(lucky, EventStream.on(answer.call(), () -> {}));

        watchers.look();

        assertThat(answer.text()).contains("event: list");
    }

    @Test
    void aPageIsToldThatItLivesOrThatItsSessionHasEnded() throws IOException {
        OpenAnswer lively = new OpenAnswer();
        OpenAnswer over = new OpenAnswer();
        watchers.add(
                new Watcher(() -> Optional.of(any -> true), Texts.in(Locale.ENGLISH), Map.of()),
                EventStream.on(lively.call(), () -> {}));
        watchers.add(
                new Watcher(Optional::empty, Texts.in(Locale.ENGLISH), Map.of("elsewhere", Set.of("1"))),
                EventStream.on(over.call(), () -> {}));

        watchers.keepAlive();

        assertThat(lively.text()).isEqualTo("event: alive\ndata: {}\n\n");
        assertThat(lively.isComplete()).isFalse();
        assertThat(over.text()).isEqualTo("event: ended\ndata: {}\n\n");
        assertThat(over.isComplete()).isTrue();
    }

    private Watcher open(String... keys) throws IOException {
        Watcher watcher =
                new Watcher(() -> Optional.of(any -> true), Texts.in(Locale.ENGLISH), Map.of("runs", Set.of(keys)));
        watchers.add(watcher, EventStream.on(new OpenAnswer().call(), () -> {}));
        return watcher;
    }

    private static Watchers watchers(LiveTopic... topics) {
        Watchers watchers = new Watchers();
        watchers.topics = instance(topics);
        return watchers;
    }

    @SuppressWarnings("unchecked")
    private static Instance<LiveTopic> instance(LiveTopic... topics) {
        return (Instance<LiveTopic>) Proxy.newProxyInstance(
                WatchersTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    Iterator<LiveTopic> each = List.of(topics).iterator();
                    return method.getName().equals("iterator") ? each : null;
                });
    }

    private final class RunsTopic implements LiveTopic {

        @Override
        public String name() {
            return "runs";
        }

        @Override
        public LiveLook look(Set<String> keys) {
            looks.add(keys);
            return new LiveLook(Map.of(), Map.of());
        }

        @Override
        public void renew(Set<String> keys) {
            renewals.add(keys);
        }
    }

    private static final class BrokenTopic implements LiveTopic {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public LiveLook look(Set<String> keys) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void renew(Set<String> keys) {
            throw new IllegalStateException("broken");
        }
    }
}
