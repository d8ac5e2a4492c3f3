package org.computility.results;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/**
 * The instances that may deliver results. Planning adds them when it makes them; they stay after an instance is deleted,
 * so that what a node still holds in its spool is taken and what it found before can be read.
 */
@Stateless
public class ResultSources {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    /** Takes results of these from now on; known ones are no error. */
    public void add(List<ResultSource> sources) {
        new Sql(database)
                .update(
                        """
                        insert into result_source (instance_id, instance_number, plan_id, organisation_id)
                        select * from unnest(?, ?, ?, ?) on conflict (instance_id) do nothing
                        """,
                        sources.stream().map(ResultSource::instanceId).toArray(UUID[]::new),
                        sources.stream().map(ResultSource::instanceNumber).toArray(Long[]::new),
                        sources.stream().map(ResultSource::planId).toArray(Long[]::new),
                        sources.stream().map(ResultSource::organisationId).toArray(UUID[]::new));
    }
}
