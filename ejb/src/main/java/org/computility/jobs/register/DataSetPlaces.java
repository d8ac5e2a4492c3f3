package org.computility.jobs.register;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code data_set_at_center}: where data sets were read lately, and so need not come first. */
interface DataSetPlaces {

    StatelessSession session();

    /** These data sets are read at that center. */
    @SQL("""
        insert into data_set_at_center (data_set_id, center_id, read_at)
        select d.id, :centerId, :now from unnest(:dataSets) d(id) order by d.id
        on conflict (data_set_id, center_id) do update set read_at = excluded.read_at
        """)
    int read(String centerId, String[] dataSets, Instant now);

    /** Where which of these data sets were read since that moment. */
    @SQL("""
        select center_id, data_set_id from data_set_at_center where data_set_id = any(:dataSets) and read_at >= :since
        """)
    List<DataSetThere> whereRead(String[] dataSets, Instant since);

    /** Nothing is known any more of what was read before. */
    @SQL("delete from data_set_at_center where read_at < :before")
    int forgetBefore(Instant before);

    /** Nothing is known any more of what was read there. */
    @SQL("delete from data_set_at_center where center_id = :centerId")
    int forgetAt(String centerId);

    /** A data set that was read at a center. */
    record DataSetThere(String centerId, String dataSetId) {}
}
