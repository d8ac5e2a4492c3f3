package org.computility.energy.capacity;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code capacity_note}. */
interface CapacityNotes {

    StatelessSession session();

    /** Notes those whose newest note says otherwise, or that have none. */
    @SQL("""
            insert into capacity_note (center_id, since, cores, accelerators)
            select c.id, :now, c.cores, c.accelerators from unnest(:centerIds, :cores, :accelerators) c (id, cores, accelerators)
            where not exists (
                select from (select n.cores, n.accelerators from capacity_note n
                             where n.center_id = c.id order by n.since desc limit 1) newest
                where newest.cores = c.cores and newest.accelerators = c.accelerators)
            order by c.id
            on conflict (center_id, since) do nothing
            """)
    int note(String[] centerIds, Integer[] cores, Integer[] accelerators, Instant now);

    /** All of those centers, by center and time. */
    @SQL(
            "select center_id, since, cores, accelerators from capacity_note where center_id = any(:centerIds) order by center_id, since")
    List<CapacityNote> of(String[] centerIds);
}
