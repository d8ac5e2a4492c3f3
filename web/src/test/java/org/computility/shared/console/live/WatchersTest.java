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

class LivePagesTest {

    private final List<Set<String>> looks = new ArrayList<>();
    private final List<Set<String>> renewals = new ArrayList<>();
    private final LivePages pages = pages(new RunsTopic());

    @Test
    void oneLookServesAllOpenPages() throws IOException {
        open("7", "8");
        open("8", "9");

        pages.look();

        assertThat(looks).containsExactly(Set.of("7", "8", "9"));
    }

    @Test
    void aTopicThatNobodyShowsIsNotLookedAt() throws IOException {
        pages.look();
        pages.renew();
        LivePage page = open("7");
        pages.remove(page);

        pages.look();

        assertThat(looks).isEmpty();
        assertThat(renewals).isEmpty();
    }

    @Test
    void anEmptyListIsLookedAtForItsFirstRowButHasNothingToRenew() throws IOException {
        open();

        pages.look();
        pages.renew();

        assertThat(looks).containsExactly(Set.of());
        assertThat(renewals).isEmpty();
    }

    private LivePage open(String... keys) throws IOException {
        LivePage page =
                new LivePage(() -> Optional.of(any -> true), Texts.in(Locale.ENGLISH), Map.of("runs", Set.of(keys)));
        pages.add(page, EventStream.on(new OpenAnswer().call(), () -> {}));
        return page;
    }

    private static LivePages pages(LiveTopic topic) {
        LivePages pages = new LivePages();
        pages.topics = topics(topic);
        return pages;
    }

    @SuppressWarnings("unchecked")
    private static Instance<LiveTopic> topics(LiveTopic only) {
        return (Instance<LiveTopic>) Proxy.newProxyInstance(
                LivePagesTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    Iterator<LiveTopic> topics = List.of(only).iterator();
                    return method.getName().equals("iterator") ? topics : null;
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
}
