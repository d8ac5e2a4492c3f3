package org.computility.operations;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/**
 * Named leases: at most one server holds a name at a time. For work that any server may do but only one should, such as
 * a timer's. Each call commits on its own, so that the other servers see it at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Leases {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource dataSource;

    @Inject
    private LiveRuns live;

    /**
     * Takes the lease, or prolongs it when this server has it.
     *
     * @return false when another server holds it
     */
    public boolean acquire(String name, Duration duration) {
        return acquire(dataSource, live.server(), name, duration);
    }

    /** Gives the lease back; nothing happens when this server does not hold it. */
    public void release(String name) {
        release(dataSource, live.server(), name);
    }

    // The database's clock decides: it is the only one that all servers share.
    static boolean acquire(DataSource dataSource, String holder, String name, Duration duration) {
        String sql = """
                INSERT INTO lease (name, holder, until)
                VALUES (?, ?, clock_timestamp() + make_interval(secs => ?))
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE lease.holder = excluded.holder OR lease.until < clock_timestamp()""";
        return new Sql(dataSource).update(sql, name, holder, duration.toMillis() / 1000.0) == 1;
    }

    static void release(DataSource dataSource, String holder, String name) {
        new Sql(dataSource).update("DELETE FROM lease WHERE name = ? AND holder = ?", name, holder);
    }
}
