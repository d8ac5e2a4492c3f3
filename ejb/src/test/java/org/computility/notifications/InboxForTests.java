package org.computility.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.trading.MarketForTests;

/** Tells whoever calls. */
public final class InboxForTests {

    private final MarketForTests market;

    public InboxForTests(MarketForTests market) {
        this.market = market;
    }

    /** One after the other, each in a transaction of its own; its texts are its topic. */
    public void tell(Instant now, String... topics) {
        Inbox inbox = new Inbox();
        inbox.notifications = new Notifications_(market.sessions.current());
        inbox.clock = Clock.fixed(now, ZoneOffset.UTC);
        UUID account = market.caller.get().accountId();
        Stream.of(topics)
                .map(topic -> new NewNotification(account, topic, "MATCH", "/platform/v1", topic, topic))
                .forEach(news -> market.sessions.commit(() -> inbox.tell(List.of(news))));
    }
}
