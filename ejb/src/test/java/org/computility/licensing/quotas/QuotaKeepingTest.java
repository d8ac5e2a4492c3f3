package org.computility.licensing.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @BeforeEach
    void registerAServer() {
        keeping.quotas = new AuthorizationQuotas_(SESSION);
        at(NOW);
        rows.write("truncate authorization_quota, authorization_server, capability, algorithm_package cascade");
        rows.write("""
                insert into algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators, env,
                    streams_per_replica, created_at, lock_version)
                values (?1, 'n', '1', 'artifact', 'P', 1, 'm', 's', '{}', '[]', 1, now(), 0)
                """, PACKAGE);
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
        keeping.failed(question(), "silent");
        assertThat(online()).isEqualTo(4);
        assertThat(rows.one(String.class, "select failure from authorization_quota"))
                .isEqualTo("silent");

        rows.write("update authorization_server set server = '10.0.0.2:80'");
        assertThat(online()).isNull();
        assertThat(keeping.due()).containsExactly(new QuotaQuestion(ORGANISATION, "M", "10.0.0.2:80"));
    }

    @Test
    void aRoundAsksAllThatAreDueAndKeepsWhatCame() {
        LiveQuotas live = new LiveQuotas() {
            @Override
            Executor helpers() {
                return Runnable::run;
            }
        };
        live.keeping = keeping;
        Map<String, Integer> servers = new HashMap<>(Map.of("10.0.0.1:80", 7));
        live.calls = new AuthorizationCalls() {
            @Override
            public ToldQuota ask(String server, String algoDefCode) {
                if (!servers.containsKey(server)) {
                    throw Unavailable.gatewayTimeout("authorization-server-silent", null, "away");
                }
                return new ToldQuota(algoDefCode, 0, servers.get(server));
            }
        };
        live.refresh();
        assertThat(online()).isEqualTo(7);

        servers.clear();
        at(NOW.plusSeconds(60));
        live.refresh();
        assertThat(online()).isEqualTo(7);
        assertThat(rows.one(String.class, "select failure from authorization_quota"))
                .isEqualTo("away");
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
