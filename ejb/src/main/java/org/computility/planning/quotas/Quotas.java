package org.computility.planning.quotas;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/**
 * What licences allow, and what runs. Used is counted from the instances each time and kept nowhere, so a server that dies in
 * the middle of a start leaks nothing.
 */
interface Quotas {

    StatelessSession session();

    /**
     * Keeps all other servers from giving away streams of these capabilities until the transaction ends. In one fixed order for
     * all, so that nobody who wants several deadlocks. What is counted must be counted by a later statement: a statement
     * sees the database as it was before it waited.
     */
    @SQL("""
            select cast(pg_advisory_xact_lock(k.key) as text) from (
                select distinct hashtextextended(cast(a.organisation_id as text) || a.code, 65005) as key
                from unnest(:organisationIds, :algoDefCodes) a (organisation_id, code) order by key offset 0) k
            """)
    List<String> lock(UUID[] organisationIds, String[] algoDefCodes);

    /**
     * All numbers about these capabilities, each with the organisation at the same place. Of an authorization server only the
     * present default counts, and only what itself has told.
     */
    @SQL("""
            with asked as (
                select distinct * from unnest(:organisationIds, :algoDefCodes) a (organisation_id, algo_def_code))
            select a.organisation_id, a.algo_def_code, 'OFFLINE', f.device_id, cast(sum(l.quota) as bigint),
                cast(null as text)
            from asked a join licence_ability l on l.algo_def_code = a.algo_def_code
                join licence_file f on f.number = l.licence_number and f.organisation_id = a.organisation_id
            group by a.organisation_id, a.algo_def_code, f.device_id
            union all
            select a.organisation_id, a.algo_def_code, 'ONLINE', null, cast(q.quota_total as bigint),
                case when q.quota_total is null then coalesce(left(q.failure, 480),
                    'Authorization server ' || s.server || ' has told no quota yet.') end
            from asked a join capability c on c.code = a.algo_def_code join algorithm_package p on p.id = c.package_id
                join authorization_server s
                    on s.organisation_id = a.organisation_id and s.provider = p.provider and s.is_default
                left join authorization_quota q on q.organisation_id = a.organisation_id
                    and q.algo_def_code = a.algo_def_code and q.server = s.server
            union all
            select a.organisation_id, a.algo_def_code, 'USED', i.compute_code, count(*), null
            from asked a join task_instance i
                on i.organisation_id = a.organisation_id and i.algo_def_code = a.algo_def_code
            where i.state in ('STARTING', 'RUNNING', 'STOPPING')
            group by a.organisation_id, a.algo_def_code, i.compute_code
            """)
    List<QuotaFigure> figures(UUID[] organisationIds, String[] algoDefCodes);
}
