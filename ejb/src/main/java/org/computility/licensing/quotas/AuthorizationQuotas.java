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
     * What is to be asked by now, was never asked, or was asked of another server; claimed until that later moment, so that one server
     * of the platform asks. What another authorization server told is forgotten. A server is asked about capabilities only that its organisation sees: those
     * of its own packages, and of packages delivered to its nodes; all of its providers where a node of it takes tasks directly, since
     * nothing is delivered to such a node. Capabilities of the organisation's own packages come first.
     */
    @SQL("""
            with claimed as (
                insert into authorization_quota (organisation_id, algo_def_code, server, asked_at, ask_at)
                select s.organisation_id, c.code, s.server, :now, :until
                from authorization_server s join algorithm_package p on p.provider = s.provider
                    join capability c on c.package_id = p.id
                    left join authorization_quota q on q.organisation_id = s.organisation_id and q.algo_def_code = c.code
                where s.is_default and (q.server is null or q.server <> s.server or q.ask_at <= :now)
                    and (p.organisation_id = s.organisation_id
                        or exists (select from package_delivery d join compute_node n on n.code = d.compute_code
                            where d.package_id = p.id and n.organisation_id = s.organisation_id)
                        or exists (select from compute_node n where n.organisation_id = s.organisation_id
                            and not n.serves_algorithms))
                order by case when q.server = s.server then q.ask_at end nulls first,
                    p.organisation_id is distinct from s.organisation_id, c.code limit :most
                on conflict (organisation_id, algo_def_code) do update
                set server = excluded.server, asked_at = excluded.asked_at, ask_at = excluded.ask_at,
                    answered_at = case when authorization_quota.server = excluded.server
                        then authorization_quota.answered_at end,
                    quota_used = case when authorization_quota.server = excluded.server
                        then authorization_quota.quota_used end,
                    quota_total = case when authorization_quota.server = excluded.server
                        then authorization_quota.quota_total end,
                    failure = case when authorization_quota.server = excluded.server
                        then authorization_quota.failure end,
                    failures = case when authorization_quota.server = excluded.server
                        then authorization_quota.failures else 0 end
                where authorization_quota.server <> excluded.server or authorization_quota.ask_at <= :now
                returning organisation_id, algo_def_code, server)
            select organisation_id, algo_def_code, server from claimed
            """)
    List<QuotaQuestion> claim(Instant now, Instant until, int most);

    /** Keeps an answer; whoever answered later has asked in vain. */
    @SQL("""
            insert into authorization_quota
                (organisation_id, algo_def_code, server, asked_at, ask_at, answered_at, quota_used, quota_total)
            values (:organisationId, :algoDefCode, :server, :now, :again, :now, :used, :total)
            on conflict (organisation_id, algo_def_code) do update
            set server = excluded.server, asked_at = excluded.asked_at, ask_at = excluded.ask_at,
                answered_at = excluded.answered_at, quota_used = excluded.quota_used, quota_total = excluded.quota_total,
                failure = null, failures = 0
            """)
    int answered(
            UUID organisationId, String algoDefCode, String server, int used, int total, Instant now, Instant again);

    /**
     * Keeps why there was no answer; the last one holds on. Asks again after that many seconds, twice as many at each failure that
     * follows, and the longest at most.
     */
    @SQL("""
            update authorization_quota q set failure = left(:failure, 1024), failures = least(q.failures + 1, 20),
                ask_at = cast(:now as timestamptz) + least(:longest, :first * 2 ^ q.failures) * interval '1 second'
            from unnest(:organisationIds, :algoDefCodes) f (organisation_id, algo_def_code)
            where q.organisation_id = f.organisation_id and q.algo_def_code = f.algo_def_code and q.server = :server
            """)
    int failed(
            UUID[] organisationIds,
            String[] algoDefCodes,
            String server,
            String failure,
            double first,
            double longest,
            Instant now);
}
