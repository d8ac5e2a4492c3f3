package org.computility.planning.quotas;

import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.hibernate.StatelessSession;

/** Licences of tests, as plain rows. */
public final class Licensed {

    private Licensed() {}

    /** What tells quotas from that database. */
    public static StreamQuotas quotas(StatelessSession session) {
        StreamQuotas quotas = new StreamQuotas();
        quotas.quotas = new Quotas_(session);
        return quotas;
    }

    /** A licence file that allows so many streams, on all devices where none is named. */
    public static void file(PlanningRows rows, UUID organisation, String device, String algoDefCode, int quota) {
        rows.write(
                "insert into organisation (id, name, created_at) values (?1, ?2, now()) on conflict do nothing",
                organisation,
                "o" + organisation);
        Integer number = rows.one(Integer.class, """
                insert into licence_file (organisation_id, provider, device_id, file_name, sha256, md5, size, created_at)
                values (?1, 'P', cast(?2 as text), 'f', 's', 'm', 1, now()) returning number
                """, organisation, device);
        rows.write("insert into licence_ability values (?1, ?2, ?3, 0)", number, algoDefCode, quota);
    }

    /** An authorization server of the provider of a package that brings the capability; null: it has told nothing yet. */
    public static void server(PlanningRows rows, UUID organisation, String algoDefCode, Integer quota) {
        rows.write(
                "insert into organisation (id, name, created_at) values (?1, ?2, now()) on conflict do nothing",
                organisation,
                "o" + organisation);
        rows.write("""
                insert into authorization_server (lock_version, organisation_id, provider, server, is_default, created_at)
                select 0, ?1, p.provider, '10.0.0.1:80', true, now()
                from capability c join algorithm_package p on p.id = c.package_id where c.code = ?2
                """, organisation, algoDefCode);
        if (quota != null) {
            rows.write("""
                    insert into authorization_quota
                        (organisation_id, algo_def_code, server, asked_at, answered_at, quota_used, quota_total)
                    values (?1, ?2, '10.0.0.1:80', now(), now(), 0, ?3)
                    """, organisation, algoDefCode, quota);
        }
    }
}
