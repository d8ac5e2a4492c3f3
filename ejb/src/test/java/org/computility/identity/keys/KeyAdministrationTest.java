package org.computility.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.KeyScope;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountsForTests;
import org.computility.shared.AtOnce;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.FiredEvents;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.computility.shared.keys.Hashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyAdministrationTest {

    private static final PageRequest PAGE = new PageRequest(1, 100, List.of());
    private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");

    private final TestSessions sessions = new TestSessions(TestDatabase.fresh());
    private final KeyAdministration keys = new KeyAdministration();
    private final CurrentCaller current = new CurrentCaller();
    private final FiredEvents<AccountChanged> changes = new FiredEvents<>();
    private AccountsForTests accounts;
    private UUID owner;
    private UUID camera;

    @BeforeEach
    void assemble() {
        accounts = new AccountsForTests(sessions, current);
        keys.keys = new ApplicationKeys_(sessions.current());
        keys.accounts = accounts.accounts();
        keys.caller = current;
        keys.changes = changes;
        owner = accounts.open("owner", Role.CONSUMER);
        camera = accounts.open("camera", Role.DEVICE);
        be(owner, Role.CONSUMER);
        at(NOON);
    }

    @Test
    void aKeyIsShownOnceAndOnlyItsHashIsKept() {
        MadeKeyView made = make(NOON.plus(Duration.ofDays(366)));

        assertThat(made.key()).matches("cpk_[A-Za-z0-9_-]{43}");
        assertThat(made).hasToString("MadeKeyView[" + made.id() + "]");
        assertThat(sessions.current()
                        .createNativeQuery("select hash from application_key", byte[].class)
                        .getSingleResult())
                .isEqualTo(Hashes.sha256(made.key()));
        assertThat(keys.list(null, PAGE).content())
                .containsExactly(new KeyView(
                        made.id(),
                        "trainer",
                        Set.of(KeyScope.READ, KeyScope.JOBS),
                        NOON,
                        NOON.plus(Duration.ofDays(366)),
                        null,
                        null));
    }

    @Test
    void itsEndLiesAheadAndNotTooFar() {
        for (Instant end : List.of(
                NOON, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(366)).plusSeconds(1))) {
            assertThatThrownBy(() -> make(end))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refused -> assertThat(refused.code()).isEqualTo("key-expiry-invalid"));
        }
        assertThat(keys.list(null, PAGE).content()).isEmpty();
    }

    @Test
    void anAccountHasFiftyGoodKeys() {
        MadeKeyView first = make(NOON.plusSeconds(60));
        for (int i = 1; i < 50; i++) {
            make(NOON.plusSeconds(3600));
        }
        assertThatThrownBy(() -> make(NOON.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("keys-too-many"));

        revoke(first.id());
        make(NOON.plusSeconds(60));
        at(NOON.plusSeconds(61));

        assertThat(make(NOON.plusSeconds(3600)).key()).isNotBlank();
    }

    @Test
    void theFiftiethKeyIsMadeOnceHoweverManyComeAtOnce() {
        for (int i = 1; i < 50; i++) {
            make(NOON.plusSeconds(3600));
        }

        List<String> outcomes = AtOnce.outcomes(10, number -> {
            be(owner, Role.CONSUMER);
            make(NOON.plusSeconds(3600));
        });

        assertThat(outcomes).containsOnlyOnce(AtOnce.DONE).hasSize(10).containsOnly(AtOnce.DONE, "keys-too-many");
        assertThat(keys.list(null, PAGE).total()).isEqualTo(50);
    }

    @Test
    void anAccountLeavesTwoHundredRevokedKeysBehind() {
        for (int i = 0; i < 202; i++) {
            revoke(make(NOON.plusSeconds(60)).id());
        }

        make(NOON.plusSeconds(60));

        assertThat(keys.list(null, PAGE).total()).isEqualTo(201);
    }

    @Test
    void aRevokedKeyIsToldToWhoeverRemembersItAndIsShownForNinetyDays() {
        MadeKeyView made = make(NOON.plus(Duration.ofDays(300)));

        revoke(made.id());
        at(NOON.plusSeconds(5));
        revoke(made.id());

        assertThat(changes.news()).contains(new AccountChanged(owner));
        assertThat(keys.list(null, PAGE).content())
                .extracting(KeyView::revokedAt)
                .containsExactly(NOON);
        at(NOON.plus(Duration.ofDays(90)));
        commit(keys::forgetOld);
        assertThat(keys.list(null, PAGE).content()).hasSize(1);
        at(NOON.plus(Duration.ofDays(90)).plusSeconds(1));
        commit(keys::forgetOld);
        assertThat(keys.list(null, PAGE).content()).isEmpty();
    }

    @Test
    void theLastUseIsKeptAndNeverAnOlderOne() {
        UUID one = make(NOON.plusSeconds(60)).id();
        UUID other = make(NOON.plusSeconds(60)).id();

        commit(() -> keys.used(Map.of(one, NOON.plusSeconds(7), other, NOON.plusSeconds(8))));
        commit(() -> keys.used(Map.of(one, NOON.plusSeconds(6))));

        assertThat(keys.list(null, PAGE).content())
                .extracting(KeyView::lastUsedAt)
                .containsExactlyInAnyOrder(NOON.plusSeconds(7), NOON.plusSeconds(8));
    }

    @Test
    void strangersSeeAndRevokeNothing() {
        MadeKeyView made = make(NOON.plusSeconds(60));
        be(accounts.open("other", Role.CONSUMER), Role.CONSUMER);

        assertThat(keys.list(null, PAGE).content()).isEmpty();
        assertThatThrownBy(() -> keys.list(owner, PAGE)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> revoke(made.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> revoke(UUID.randomUUID())).isInstanceOf(NotFound.class);
        be(camera, Role.DEVICE);
        assertThatThrownBy(() -> make(NOON.plusSeconds(60))).isInstanceOf(Denied.class);
    }

    @Test
    void whoeverManagesAnAccountSeesAndRevokesItsKeys() {
        MadeKeyView made = make(NOON.plusSeconds(60));
        be(accounts.open("operator", Role.OPERATOR), Role.OPERATOR);
        assertThatThrownBy(() -> keys.list(owner, PAGE)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> revoke(made.id())).isInstanceOf(NotFound.class);
        be(UUID.randomUUID(), Role.ADMINISTRATOR);

        assertThat(keys.list(owner, PAGE).content()).extracting(KeyView::id).containsExactly(made.id());
        revoke(made.id());

        assertThat(keys.list(owner, PAGE).content())
                .extracting(KeyView::revokedAt)
                .doesNotContainNull();
    }

    private MadeKeyView make(Instant end) {
        return sessions.commit(() -> keys.make(new NewKey("trainer", Set.of(KeyScope.READ, KeyScope.JOBS), end)));
    }

    private void revoke(UUID id) {
        commit(() -> keys.revoke(id));
    }

    private void commit(Runnable story) {
        sessions.commit(story);
    }

    private void be(UUID account, Role role) {
        current.set(new Caller(account, "caller", accounts.organisation(), Set.of(role), null));
    }

    private void at(Instant now) {
        keys.clock = Clock.fixed(now, ZoneOffset.UTC);
    }
}
