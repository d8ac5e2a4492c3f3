package org.computility.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    @Test
    void whatIsOldIsForgottenUnlessItWaitsForAWebhook() {
        accounts.be("one");
        UUID one = accounts.caller.get().accountId();
        tell(news(one, "a"), news(one, "b"));
        NotificationPurge purge = new NotificationPurge();
        purge.notifications = inbox.notifications;
        purge.kept = NotificationPurge.kept(key -> Optional.empty());
        accounts.run(
                "insert into notification_webhook values ('%s', 0, 'http://x', 'HMAC_SM3', '', now(), null, 0, null, now())"
                        .formatted(accounts.caller.get().organisationId()));
        accounts.run("insert into webhook_notice (organisation_id, notification_id, queued_at) "
                + "select organisation_id, n.id, now() from notification_webhook, notification n where n.topic = 'a'");

        purge.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(179));
        accounts.sessions.commit(purge::purgeSome);
        assertThat(mine(1, 20).content()).hasSize(2);
        purge.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(181));
        accounts.sessions.commit(purge::purgeSome);

        assertThat(mine(1, 20).content()).extracting(NotificationView::textEn).containsExactly("a");
        accounts.run("update webhook_notice set given_up_at = now()");
        accounts.sessions.commit(purge::purgeSome);
        assertThat(mine(1, 20).content()).isEmpty();
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
