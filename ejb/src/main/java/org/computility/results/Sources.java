package org.computility.results;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code result_source}. */
interface Sources {

    StatelessSession session();

    /** Which of these instances may deliver, by their IDs. */
    default Map<UUID, ResultSource> of(Collection<UUID> instances) {
        return of(instances.toArray(new UUID[0])).stream()
                .collect(Collectors.toMap(ResultSource::instanceId, Function.identity()));
    }

    @SQL("""
            select instance_id, instance_number, plan_id, organisation_id, parent_result
            from result_source where instance_id = any(:ids)
            """)
    List<ResultSource> of(UUID[] ids);

    /** Known ones are no error. */
    default void add(List<ResultSource> sources) {
        add(
                Columns.of(sources, ResultSource::instanceId, UUID[]::new),
                Columns.of(sources, ResultSource::instanceNumber, Long[]::new),
                Columns.of(sources, ResultSource::planId, Long[]::new),
                Columns.of(sources, ResultSource::organisationId, UUID[]::new),
                Columns.of(sources, ResultSource::parentResult, UUID[]::new));
    }

    @SQL("""
            insert into result_source (instance_id, instance_number, plan_id, organisation_id, parent_result)
            select * from unnest(:instances, :numbers, :plans, :organisations, :parents) on conflict (instance_id) do nothing
            """)
    int add(UUID[] instances, Long[] numbers, Long[] plans, UUID[] organisations, UUID[] parents);
}
