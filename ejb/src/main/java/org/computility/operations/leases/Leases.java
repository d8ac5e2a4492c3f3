package org.computility.operations.leases;

import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code lease}. The database's clock decides: it is the only one that all servers share. */
interface Leases {

    StatelessSession session();

    /**
     * Gives the name to the holder for so many seconds, unless another holder has it; answers how many rows were
     * written.
     */
    @SQL("""
            insert into lease (name, holder, until)
            values (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where lease.holder = excluded.holder or lease.until < clock_timestamp()
            """)
    int acquire(String name, String holder, double seconds);

    @HQL("delete Lease where name = :name and holder = :holder")
    void release(String name, String holder);
}
