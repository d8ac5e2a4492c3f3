package org.computility.compute.monitoring;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code compute_figures}. */
interface Figures {

    FiguresColumn COLUMN = new FiguresColumn();

    StatelessSession session();

    /** Keeps fresh figures, all in one statement and in the order of their codes; nodes that left meanwhile are skipped. */
    default int keep(Map<String, List<JsonObject>> fresh, Instant now) {
        Collection<Map.Entry<String, List<JsonObject>>> sorted = new TreeMap<>(fresh).entrySet();
        return keep(
                Columns.of(sorted, Map.Entry::getKey, String[]::new),
                Columns.of(sorted, entry -> COLUMN.convertToDatabaseColumn(entry.getValue()), String[]::new),
                now);
    }

    @SQL("""
            insert into compute_figures (code, figures, taken_at)
            select s.code, cast(s.figures as jsonb), :now from unnest(:codes, :figures) as s (code, figures)
            join compute_node n on n.code = s.code
            on conflict (code) do update set figures = excluded.figures, taken_at = excluded.taken_at
            """)
    int keep(String[] codes, String[] figures, Instant now);

    /** The last figures of those codes, where there are any. */
    @SQL("select * from compute_figures where code = any(:codes)")
    List<ComputeFigures> last(String[] codes);

    /**
     * What nodes last told of as {@code XpuType} beside the listed identifiers.
     *
     * @param organisationId null: of every organisation's nodes
     */
    @SQL("""
            select told.type as identifier, count(distinct f.code) as nodes
            from compute_figures f join compute_node n on n.code = f.code,
                lateral (select jsonb_build_array(t) ->> 0 as type
                    from jsonb_path_query(f.figures, 'lax $[*].XpuMonitors[*].XpuType') as t
                    where jsonb_typeof(t) = 'string') told
            where told.type <> all(:listed)
                and (cast(:organisationId as uuid) is null or n.organisation_id = cast(:organisationId as uuid))
            group by told.type order by told.type limit 1000
            """)
    List<ToldAccelerator> acceleratorsBeside(String[] listed, UUID organisationId);
}
