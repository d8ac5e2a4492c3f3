package org.computility.licensing.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.computility.planning.PlanningRows;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.quotas.StreamQuotas;
import org.computility.shared.Unavailable;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaKeepingTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final UUID ORGANISATION = PlanningRows.ORGANISATION;
    private static final String PACKAGE = "1".repeat(40);

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final QuotaKeeping keeping = new QuotaKeeping();
    private final Map<String, Integer> servers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final LiveQuotas live = new LiveQuotas() {
        @Override
        Executor helpers() {
            return Runnable::run;
        }
    };
    private Unavailable failure = Unavailable.gatewayTimeout("authorization-server-silent", null, "away");

    @BeforeEach
    void registerAServer() {
        keeping.quotas = new AuthorizationQuotas_(SESSION);
        at(NOW);
        live.keeping = keeping;
        live.calls = new AuthorizationCalls() {
            @Override
            public ToldQuota ask(String server, String algoDefCode) {
                asked.add(algoDefCode);
                if (!servers.containsKey(server)) {
                    throw failure;
                }
                return new ToldQuota(algoDefCode, 0, servers.get(server));
            }
        };
        rows.write(
                "truncate authorization_quota, authorization_server, capability, algorithm_package, compute_node cascade");
        rows.write("""
                insert into algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators, env,
                    streams_per_replica, created_at, lock_version, organisation_id)
                values (?1, 'n', '1', 'artifact', 'P', 1, 'm', 's', '{}', '[]', 1, now(), 0, ?2)
                """, PACKAGE, ORGANISATION);
        rows.write("""
                insert into capability (code, package_id, name, data_type, task_types, event_ids, task_fields, status,
                    created_at, last_modified_at, lock_version)
                values ('M', ?1, 'n', 'ALERT', '{}', '{}', '[]', 'UNTESTED', now(), now(), 0)
                """, PACKAGE);
        Licensed.server(rows, ORGANISATION, "M", null);
    }

    @Test
    void eachIsAskedByOneServerAndAgainWhenItsAnswerIsOld() {
        assertThat(keeping.due()).containsExactly(question());
        assertThat(keeping.due()).isEmpty();

        keeping.answered(question(), new ToldQuota("M", 1, 4));
        at(NOW.plus(QuotaKeeping.FRESH).minusSeconds(1));
        assertThat(keeping.due()).isEmpty();
        at(NOW.plus(QuotaKeeping.FRESH));
        assertThat(keeping.due()).containsExactly(question());
    }

    @Test
    void theLastAnswerHoldsWhileTheServerIsSilentAndEndsWithItsServer() {
        assertThat(online()).isNull();
        keeping.due();
        keeping.answered(question(), new ToldQuota("M", 1, 4));
        failed("silent");
        assertThat(online()).isEqualTo(4);
        assertThat(rows.one(String.class, "select failure from authorization_quota"))
                .isEqualTo("silent");

        rows.write("update authorization_server set server = '10.0.0.2:80'");
        assertThat(online()).isNull();
        assertThat(keeping.due()).containsExactly(new QuotaQuestion(ORGANISATION, "M", "10.0.0.2:80"));
    }

    /** A server at a dead address is asked again soon, but not in every round, and at once where somebody names another. */
    @Test
    void aServerThatTellsNothingIsAskedLessAndLessOftenAndAtMostEachMinute() {
        Instant asked = NOW;
        for (int seconds : List.of(5, 10, 20, 40, 60, 60)) {
            at(asked);
            assertThat(keeping.due()).containsExactly(question());
            failed("nobody listens");
            at(asked.plusSeconds(seconds).minusMillis(1));
            assertThat(keeping.due()).isEmpty();
            asked = asked.plusSeconds(seconds);
        }

        rows.write("update authorization_server set server = '10.0.0.2:80'");
        assertThat(keeping.due()).hasSize(1);
        rows.write("update authorization_server set server = '10.0.0.1:80'");
        assertThat(keeping.due()).hasSize(1);
        failed("nobody listens");
        at(asked.plusSeconds(5));
        assertThat(keeping.due()).as("it begins anew").containsExactly(question());
        keeping.answered(question(), new ToldQuota("M", 1, 4));
        assertThat(rows.one(Integer.class, "select failures from authorization_quota"))
                .isZero();
    }

    @Test
    void whatWaitsForAServerThatHasToldNothingNamesTheServerAndWhatItSaid() {
        assertThat(refusal()).contains("10.0.0.1:80 has told no quota yet", "POST /ACSMP/AuthServer");
        keeping.due();
        failed("10.0.0.1:80 does not answer: refused.");
        assertThat(refusal()).contains("10.0.0.1:80 does not answer: refused. It is asked again");
        keeping.answered(question(), new ToldQuota("M", 0, 0));
        assertThat(refusal()).contains("allow 0 streams").doesNotContain("10.0.0.1");
    }

    @Test
    void aServerIsAskedOnlyAboutWhatItsOrganisationSees() {
        rows.write("update algorithm_package set organisation_id = ?1", UUID.randomUUID());
        assertThat(keeping.due()).isEmpty();

        node("11010800005050000009", true);
        assertThat(keeping.due()).isEmpty();
        rows.write("""
                insert into package_delivery (compute_code, package_id, md5, status, progress, progress_at, created_at,
                    heard_at)
                values ('11010800005050000009', ?1, 'm', 3, 1, now(), now(), now())
                """, PACKAGE);
        assertThat(keeping.due()).containsExactly(question());
    }

    /** To a node that takes tasks directly nothing is delivered. */
    @Test
    void aServerIsAskedAboutAllOfItsProviderWhereANodeTakesTasksDirectly() {
        rows.write("update algorithm_package set organisation_id = ?1", UUID.randomUUID());
        node("11010800005050000008", false);

        assertThat(keeping.due()).containsExactly(question());
    }

    @Test
    void aSilentServerIsAskedOneQuestionARoundAndABrokenOneAll() {
        rows.write("""
                insert into capability (code, package_id, name, data_type, task_types, event_ids, task_fields, status,
                    created_at, last_modified_at, lock_version)
                select 'M' || n, ?1, 'n', 'ALERT', '{}', '{}', '[]', 'UNTESTED', now(), now(), 0 from generate_series(1, 3) n
                """, PACKAGE);

        live.refresh();
        assertThat(asked).hasSize(1);
        assertThat(rows.count("authorization_quota where failure = 'away' and failures = 1"))
                .isEqualTo(4);

        at(NOW.plusSeconds(5));
        failure = Unavailable.badGateway("authorization-server-broken", null, "nonsense");
        live.refresh();
        assertThat(asked).hasSize(5);
        assertThat(rows.count("authorization_quota where failure = 'nonsense' and failures = 2"))
                .isEqualTo(4);
    }

    @Test
    void aRoundAsksAllThatAreDueAndKeepsWhatCame() {
        servers.put("10.0.0.1:80", 7);
        live.refresh();
        assertThat(online()).isEqualTo(7);

        servers.clear();
        at(NOW.plusSeconds(60));
        live.refresh();
        assertThat(online()).isEqualTo(7);
        assertThat(rows.one(String.class, "select failure from authorization_quota"))
                .isEqualTo("away");
    }

    private void node(String code, boolean servesAlgorithms) {
        rows.write("""
                insert into compute_node (code, type, host, port, username, sealed_password, serves_algorithms,
                    organisation_id, online, registered_at, last_seen_at, changed_at)
                values (?1, 'CAP', '192.0.2.1', 80, 'n', '', ?2, ?3, true, now(), now(), now())
                """, code, servesAlgorithms, ORGANISATION);
    }

    private void failed(String why) {
        keeping.failed("10.0.0.1:80", List.of(question()), why);
    }

    private String refusal() {
        return Licensed.quotas(SESSION).now(ORGANISATION, Set.of("M")).refusal("M");
    }

    private Long online() {
        return Licensed.quotas(SESSION)
                .of(List.of(new StreamQuotas.Licensed(ORGANISATION, "M")))
                .get(0)
                .onlineTotal();
    }

    private static QuotaQuestion question() {
        return new QuotaQuestion(ORGANISATION, "M", "10.0.0.1:80");
    }

    private void at(Instant moment) {
        keeping.clock = Clock.fixed(moment, ZoneOffset.UTC);
    }
}
