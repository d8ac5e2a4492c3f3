package org.computility.results;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The partitions of {@code task_result}: {@code task_result_20261128} has the results of that day. */
interface DayPartitions {

    String PREFIX = "task_result_";

    StatelessSession session();

    /** Makes sure that the day has its partition; two callers at once wait for each other. */
    default void open(LocalDate day) {
        if (!isThere(day)) {
            lockOpening();
            execute("create table if not exists " + name(day) + " partition of task_result for values from ('" + day
                    + "') to ('" + day.plusDays(1) + "')");
        }
    }

    default boolean isThere(LocalDate day) {
        return isThere(name(day));
    }

    @SQL("select to_regclass(:table) is not null")
    boolean isThere(String table);

    @SQL("select cast(pg_advisory_xact_lock(hashtext('task_result_days')) as text)")
    String lockOpening();

    /** The days that have a partition, the oldest first. */
    default List<LocalDate> days() {
        return names().stream()
                .map(name -> LocalDate.parse(name.substring(PREFIX.length()), DateTimeFormatter.BASIC_ISO_DATE))
                .toList();
    }

    @SQL("""
            select cast(c.relname as text) from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = cast('task_result' as regclass) order by c.relname
            """)
    List<String> names();

    @SQL("select not exists (select 1 from task_result where day = :day)")
    boolean isEmpty(LocalDate day);

    /** Keeps old days as they are until the transaction ends; any number of transactions may do so at once. */
    @SQL("select cast(pg_advisory_xact_lock_shared(hashtext('task_result_old_days')) as text)")
    String holdOldDays();

    /**
     * Keeps everybody from holding old days, and from writing that day, until the transaction ends.
     *
     * @param patience how long to wait for each lock, also for those taken later, such as {@code 2s}; then this fails, since
     *     others wait behind it
     */
    default void keepWritersFrom(LocalDate day, String patience) {
        wait(patience);
        lockOldDays();
        execute("lock table " + name(day) + " in share mode");
    }

    /** Keeps everybody from reading or writing results until the transaction ends. */
    default void lock() {
        execute("lock table task_result in access exclusive mode");
    }

    @SQL("select set_config('lock_timeout', :patience, true)")
    String wait(String patience);

    @SQL("select cast(pg_advisory_xact_lock(hashtext('task_result_old_days')) as text)")
    String lockOldDays();

    default void drop(LocalDate day) {
        execute("drop table " + name(day));
    }

    default String name(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    // Not declared: the tables' names are put together.
    default void execute(String definition) {
        session().createNativeMutationQuery(definition).executeUpdate();
    }
}
