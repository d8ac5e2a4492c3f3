package org.computility.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditTrailForTests;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScope;
import org.computility.identity.Role;
import org.computility.shared.Denied;
import org.computility.shared.Unauthenticated;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.computility.shared.keys.Hashes;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration LIFE = Duration.ofHours(12);
    private static final String CODE = "11010801005020000001";

    private static final AuditEntry KEEPALIVE =
            new AuditEntry("box-1", null, "POST /ACSMP/Keepalive", "compute " + CODE, "192.0.2.7", 200, "request-7");

    @TempDir
    Path folder;

    private static final StatelessSession SESSION = new TestSessions(TestDatabase.fresh()).current();

    private final UUID account = UUID.randomUUID();
    private final KnownTokens known = new KnownTokens();
    private final TokenAdministration tokens = TokensForTests.over(SESSION);
    private final KeyUses uses = new KeyUses();
    private final TokenRenewals renewals = new TokenRenewals();

    @BeforeEach
    void assemble() {
        List.of("application_key", "access_token", "account", "organisation")
                .forEach(table -> update("delete from " + table));
        update("insert into organisation values (gen_random_uuid(), 'Water Bureau', now())");
        update("insert into account select '" + account + "', 0, 'box-1', 'x', id, 'DEVICE', null, true, now()"
                + " from organisation");
        AuditTrailForTests.empty(SESSION);
        tokens.audit = AuditTrailForTests.over(SESSION, folder, Clock.fixed(NOON, ZoneOffset.UTC));
        known.tokens = tokens;
        known.uses = uses;
        renewals.tokens = tokens;
        renewals.life = LIFE;
        be(NOON);
    }

    @Test
    void aTokenStandsForItsAccountAndTheCodeItWasIssuedTo() {
        IssuedToken shown = known.shown(tokens.issue(account, CODE).token());

        assertThat(shown.caller().computeCode()).isEqualTo(CODE);
        assertThat(shown.caller().roles()).isEqualTo(Set.of(Role.DEVICE));
        assertThat(shown.expiresAt()).isEqualTo(NOON.plus(LIFE));
    }

    @Test
    void whatAnotherServerRevokedIsRefusedAfterTheNextRefresh() {
        String kept = tokens.issue(account, CODE).token();
        String revoked = tokens.issue(account, CODE).token();
        known.shown(kept);
        Caller caller = known.caller(revoked);
        // The news of it is only kept here.
        tokens.revoke(caller, revoked);
        assertThat(known.caller(revoked)).isEqualTo(caller);

        known.refresh();

        assertThat(known.caller(kept)).isEqualTo(caller);
        assertThatThrownBy(() -> known.caller(revoked))
                .isInstanceOfSatisfying(
                        Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("token-unknown"));
    }

    @Test
    void whatAnotherServerChangedOfTheAccountIsKnownAfterTheNextRefresh() {
        String token = tokens.issue(account, CODE).token();
        known.shown(token);
        update("update account set enabled = false");

        known.refresh();

        assertThatThrownBy(() -> known.caller(token))
                .isInstanceOfSatisfying(
                        Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("account-disabled"));
    }

    @Test
    void theTokenOfASlowDeviceIsReadAgainThoughItWasNotShownSinceTheLastRefresh() {
        String token = tokens.issue(account, CODE).token();
        known.shown(token);
        known.refresh();
        be(NOON.plusSeconds(90));
        update("update account set enabled = false");

        known.refresh();

        assertThatThrownBy(() -> known.caller(token)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aTokenThatIsNoLongerShownIsNotReadAgain() {
        String token = tokens.issue(account, CODE).token();
        Caller caller = known.caller(token);
        be(NOON.plusSeconds(181));
        update("update account set enabled = false");

        known.refresh();

        // As it was read before, and for 30 s at most.
        assertThat(known.caller(token)).isEqualTo(caller);
    }

    @Test
    void aTokenRevokedHereIsNotRememberedByARefresh() {
        String token = tokens.issue(account, CODE).token();
        Caller caller = known.caller(token);
        known.forget(new AccountChanged(account));
        update("delete from access_token");

        known.refresh();

        assertThat(caller.accountId()).isEqualTo(account);
        assertThatThrownBy(() -> known.caller(token)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aDeviceGetsANewTokenOnceItsOwnHasLivedHalfOfItsLife() {
        IssuedToken shown = known.shown(tokens.issue(account, CODE).token());
        be(NOON.plus(Duration.ofHours(6)).minusSeconds(1));
        assertThat(renewals.due(shown.caller(), shown.expiresAt(), KEEPALIVE)).isEmpty();
        assertThat(recorded()).isZero();

        be(NOON.plus(Duration.ofHours(6)));
        String next = renewals.due(shown.caller(), shown.expiresAt(), KEEPALIVE).orElseThrow();

        assertThat(known.shown(next).caller()).isEqualTo(shown.caller());
        assertThat(known.shown(next).expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(18)));
        assertThat(renewals.due(shown.caller(), shown.expiresAt(), KEEPALIVE))
                .as("another offer at once")
                .isEmpty();
        assertThat(recorded()).isOne();
    }

    @Test
    void aKeyStandsForItsAccountWithinItsScopesAndItsUseIsNoted() {
        UUID key = key("cpk_shown", "|READ|JOBS|");

        IssuedToken shown = known.shown("cpk_shown");

        assertThat(shown.caller().accountId()).isEqualTo(account);
        assertThat(shown.key()).isEqualTo(new IssuedToken.Key(key, Set.of(KeyScope.READ, KeyScope.JOBS)));
        assertThat(uses.take()).containsExactly(Map.entry(key, NOON));
        assertThat(known.shown("cpk_shown", KeyScope.JOBS, true)).isEqualTo(shown);
        assertThat(known.shown("cpk_shown", KeyScope.MARKET, false)).isEqualTo(shown);
        for (KeyScope part : Arrays.asList(KeyScope.MARKET, null)) {
            assertThatThrownBy(() -> known.shown("cpk_shown", part, true))
                    .isInstanceOfSatisfying(
                            Denied.class, refused -> assertThat(refused.code()).isEqualTo("scope-missing"));
        }
    }

    @Test
    void aKeyWithoutTheScopeToReadReadsItsPartOnly() {
        key("cpk_shown", "|JOBS|");

        assertThat(known.shown("cpk_shown", KeyScope.JOBS, false).isKey()).isTrue();
        assertThatThrownBy(() -> known.shown("cpk_shown", KeyScope.MARKET, false))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("READ or MARKET");
        assertThatThrownBy(() -> known.caller("cpk_shown")).isInstanceOf(Denied.class);
    }

    @Test
    void whatAnotherServerDidToAKeyIsKnownAfterASecond() {
        key("cpk_revoked", "|READ|");
        known.shown("cpk_revoked");
        update("update application_key set revoked_at = now()");
        be(NOON.plusMillis(999));
        assertThat(known.shown("cpk_revoked").isKey()).isTrue();

        be(NOON.plusSeconds(1));

        assertThatThrownBy(() -> known.shown("cpk_revoked")).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void theKeyOfAFrozenAccountIsRefusedAndSoIsOneThatHasExpired() {
        key("cpk_shown", "|READ|");
        update("update account set enabled = false");
        assertThatThrownBy(() -> known.shown("cpk_shown"))
                .isInstanceOfSatisfying(
                        Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("account-disabled"));
        be(NOON.plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> known.shown("cpk_shown"))
                .isInstanceOfSatisfying(
                        Unauthenticated.class,
                        refused -> assertThat(refused.code()).isEqualTo("token-expired"));
    }

    /** A key that is good for a day. */
    private UUID key(String shown, String scopes) {
        UUID key = UUID.randomUUID();
        update("insert into application_key values ('" + key + "', '\\x" + Hashes.hex(Hashes.sha256(shown)) + "', '"
                + account + "', 'trainer', '" + scopes + "', now(), '" + NOON.plus(Duration.ofDays(1)) + "')");
        return key;
    }

    private long recorded() {
        return SESSION.createNativeQuery("select count(*) from audit_record where request_id = 'request-7'", Long.class)
                .getSingleResult();
    }

    private static void update(String sql) {
        SESSION.createNativeMutationQuery(sql).executeUpdate();
    }

    private void be(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        tokens.clock = clock;
        known.clock = clock;
        renewals.clock = clock;
    }
}
