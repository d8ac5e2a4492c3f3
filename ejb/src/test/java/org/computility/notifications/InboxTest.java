package org.computility.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final MarketForTests accounts = new MarketForTests();
    private final Inbox inbox = new Inbox();

    @BeforeEach
    void assemble() {
        inbox.notifications = new Notifications_(accounts.sessions.current());
        inbox.caller = accounts.caller;
        inbox.clock = Clock.systemUTC();
        accounts.open("one", accounts.organisation(), Role.CONSUMER);
        accounts.open("two", accounts.organisation(), Role.CONSUMER);
    }

    @Test
    void eachReadsItsOwnAndIsToldOnceOfATopic() {
        accounts.be("one");
        UUID one = accounts.caller.get().accountId();
        tell(news(one, "a"), news(one, "b"), news(one, "a"));
        tell(news(one, "c"), news(one, "b"));

        assertThat(mine(1, 2).content()).hasSize(2);
        assertThat(mine(1, 2).total()).isEqualTo(3);
        assertThat(mine(1, 20).content().get(0).textEn()).isEqualTo("c");
        accounts.be("two");
        assertThat(mine(1, 20).content()).isEmpty();
    }

    @Test
    void nothingToTellIsNoStatement() {
        inbox.notifications = null;

        inbox.tell(List.of());
    }

    private void tell(NewNotification... news) {
        accounts.sessions.commit(() -> {
            inbox.tell(List.of(news));
            return null;
        });
    }

    private Page<NotificationView> mine(int page, int size) {
        return inbox.mine(new PageRequest(page, size, List.of()));
    }

    private static NewNotification news(UUID account, String topic) {
        return new NewNotification(account, topic, "MATCH", "/platform/v1", topic, topic);
    }
}
