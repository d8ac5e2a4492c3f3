package org.computility.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.IssuedToken;
import org.computility.identity.Role;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final StatelessSession SESSION = new TestSessions(TestDatabase.fresh()).current();
    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final UUID GATE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID CLERK = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final AccessTokens tokens = new AccessTokens_(SESSION);

    @BeforeEach
    void openTwoAccounts() {
        List.of("access_token", "account", "organisation").forEach(table -> update("delete from " + table));
        update("insert into organisation values (gen_random_uuid(), 'Water Bureau', now())");
        update("insert into account select '" + GATE
                + "', 0, 'gate', 'x', id, '|AUDITOR|DEVICE|', null, true, now() from organisation");
        update("insert into account select '" + CLERK
                + "', 0, 'clerk', 'x', id, '|OPERATOR|', null, false, now() from organisation");
    }

    @Test
    void manyAreFoundWithTheirAccountsByOneStatement() {
        insert(1, GATE, "11010801005020000001", NOON);
        insert(2, CLERK, null, NOON.plusSeconds(1));

        assertThat(tokens.find(new byte[][] {hash(1), hash(2), hash(3)}))
                .extracting(StoredToken::issued)
                .extracting(found -> found.caller().username(), IssuedToken::expiresAt, IssuedToken::enabled)
                .containsExactlyInAnyOrder(
                        tuple("gate", NOON.plus(Duration.ofHours(12)), true),
                        tuple("clerk", NOON.plusSeconds(1).plus(Duration.ofHours(12)), false));
    }

    @Test
    void theCallerIsTheDeviceThatTheTokenWasIssuedTo() {
        insert(1, GATE, "11010801005020000001", NOON);

        assertThat(tokens.find(new byte[][] {hash(1)})).singleElement().satisfies(found -> {
            assertThat(found.hash()).isEqualTo(hash(1));
            assertThat(found.issued().caller().accountId()).isEqualTo(GATE);
            assertThat(found.issued().caller().computeCode()).isEqualTo("11010801005020000001");
            assertThat(found.issued().caller().roles()).isEqualTo(Set.of(Role.AUDITOR, Role.DEVICE));
        });
    }

    @Test
    void thoseOfANodeAreRevokedWhicheverAccountItUsed() {
        insert(1, GATE, "11010801005020000001", NOON);
        insert(2, CLERK, "11010801005020000001", NOON);
        insert(3, GATE, "11010801005020000002", NOON);
        insert(4, GATE, null, NOON);

        tokens.revokeOf("11010801005020000001");

        assertThat(found()).isEqualTo(2);
        assertThat(tokens.find(new byte[][] {hash(1), hash(2)})).isEmpty();
    }

    @Test
    void oneIsRevokedAndTheOthersStay() {
        insert(1, GATE, null, NOON);
        insert(2, GATE, null, NOON);

        tokens.revoke(hash(1));

        assertThat(found()).isEqualTo(1);
        assertThat(tokens.find(new byte[][] {hash(1)})).isEmpty();
    }

    @Test
    void allOfAnAccountAreRevoked() {
        insert(1, GATE, null, NOON);
        insert(2, GATE, null, NOON);
        insert(3, CLERK, null, NOON);

        tokens.revokeAll(GATE);

        assertThat(found()).isEqualTo(1);
        assertThat(tokens.find(new byte[][] {hash(3)})).hasSize(1);
    }

    @Test
    void onlyThoseThatExpiredBeforeAreForgotten() {
        insert(1, GATE, null, NOON);
        insert(2, GATE, null, NOON.plusSeconds(1));

        tokens.forgetExpired(NOON.plusSeconds(1).plus(Duration.ofHours(12)));

        assertThat(tokens.find(new byte[][] {hash(1), hash(2)}))
                .singleElement()
                .satisfies(left -> assertThat(left.hash()).isEqualTo(hash(2)));
    }

    @Test
    void isShownOnceWithItsEnd() {
        TokenView shown = AccessToken.issue(hash(1), GATE, null, NOON, Duration.ofHours(1))
                .view("secret");

        assertThat(shown).isEqualTo(new TokenView("secret", NOON.plusSeconds(3600)));
    }

    private void insert(int number, UUID account, String code, Instant issued) {
        SESSION.insert(AccessToken.issue(hash(number), account, code, issued, Duration.ofHours(12)));
    }

    private static byte[] hash(int number) {
        byte[] hash = new byte[32];
        hash[0] = (byte) number;
        return hash;
    }

    private static long found() {
        return SESSION.createNativeQuery("select count(*) from access_token", Long.class)
                .getSingleResult();
    }

    private static void update(String sql) {
        SESSION.createNativeMutationQuery(sql).executeUpdate();
    }
}
