package org.computility.licensing.quotas;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code authorization_quota}: what was told last about each capability of a provider with a server. */
interface AuthorizationQuotas {

    StatelessSession session();

    /**
     * What was asked before that moment, or never, or of another server; claimed, so that one server of the platform asks. What
     * another authorization server told is forgotten.
     */
    @SQL("""
            with claimed as (
                insert into authorization_quota (organisation_id, algo_def_code, server, asked_at)
                select s.organisation_id, c.code, s.server, :now
                from authorization_server s join algorithm_package p on p.provider = s.provider
                    join capability c on c.package_id = p.id
                    left join authorization_quota q on q.organisation_id = s.organisation_id and q.algo_def_code = c.code
                where s.is_default and (q.server is null or q.server <> s.server or q.asked_at <= :before)
                order by q.asked_at nulls first, c.code limit :most
                on conflict (organisation_id, algo_def_code) do update
                set server = excluded.server, asked_at = excluded.asked_at,
                    answered_at = case when authorization_quota.server = excluded.server
                        then authorization_quota.answered_at end,
                    quota_used = case when authorization_quota.server = excluded.server
                        then authorization_quota.quota_used end,
                    quota_total = case when authorization_quota.server = excluded.server
                        then authorization_quota.quota_total end
                where authorization_quota.server <> excluded.server or authorization_quota.asked_at <= :before
                returning organisation_id, algo_def_code, server)
            select organisation_id, algo_def_code, server from claimed
            """)
    List<QuotaQuestion> claim(Instant before, Instant now, int most);

    /** Keeps an answer; whoever answered later has asked in vain. */
    @SQL("""
            insert into authorization_quota
                (organisation_id, algo_def_code, server, asked_at, answered_at, quota_used, quota_total)
            values (:organisationId, :algoDefCode, :server, :now, :now, :used, :total)
            on conflict (organisation_id, algo_def_code) do update
            set server = excluded.server, asked_at = excluded.asked_at, answered_at = excluded.answered_at,
                quota_used = excluded.quota_used, quota_total = excluded.quota_total, failure = null
            """)
    int answered(UUID organisationId, String algoDefCode, String server, int used, int total, Instant now);

    /** Keeps why there was no answer; the last one holds on. */
    @SQL("""
            update authorization_quota set failure = left(:failure, 1024)
            where organisation_id = :organisationId and algo_def_code = :algoDefCode and server = :server
            """)
    int failed(UUID organisationId, String algoDefCode, String server, String failure);
}
