package org.computility.shared.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.shared.Denied;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final LinkKind TICKETS = new LinkKind("tickets", "ask at the desk");
    private static final LinkKind BADGES = new LinkKind("badges", "ask at the door");
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());

    @TempDir
    static Path folder;

    private String expires;
    private String signature;

    @BeforeEach
    void makeALinkForAMinute() {
        URI link = at(NOON).link(TICKETS, "/a/content", "a", Duration.ofMinutes(1));
        String[] parts = link.getQuery().split("expires=|&signature=");
        expires = parts[1];
        signature = parts[2];
    }

    @Test
    void aLinkSaysUntilWhenItIsGood() {
        assertThat(at(NOON).link(TICKETS, "/a/content", "a", Duration.ofMinutes(1)))
                .hasToString("https://net.example/a/content?expires="
                        + NOON.plusSeconds(60).getEpochSecond() + "&signature=" + signature);
    }

    @Test
    void aLinkFromHereIsGoodUntilItExpiresOnEveryServer() {
        assertThatCode(() -> at(NOON.plusSeconds(60)).check(TICKETS, "a", expires, signature))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> at(NOON.plusSeconds(61)).check(TICKETS, "a", expires, signature))
                .isInstanceOf(Denied.class)
                .hasMessage("This link has expired; ask at the desk.")
                .extracting("code")
                .isEqualTo("link-expired");
    }

    @Test
    void aLinkForSomethingElseOrForLongerOrOfAnotherKindIsRefused() {
        refused(() -> at(NOON).check(TICKETS, "b", expires, signature));
        refused(() -> at(NOON).check(TICKETS, "a", expires + "0", signature));
        refused(() -> at(NOON).check(BADGES, "a", expires, signature));
    }

    @Test
    void whatIsNoLinkIsRefused() {
        refused(() -> at(NOON).check(TICKETS, "a", null, signature));
        refused(() -> at(NOON).check(TICKETS, "a", expires, null));
        refused(() -> at(NOON).check(TICKETS, "a", "soon", signature));
        refused(() -> at(NOON).check(TICKETS, "a", "1".repeat(40), signature));
        refused(() -> at(NOON).check(TICKETS, "a", expires, ""));
    }

    private static SignedLinks at(Instant now) {
        return SignedLinksForTests.over(SESSION, folder, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Denied.class).extracting("code").isEqualTo("link-invalid");
    }
}
