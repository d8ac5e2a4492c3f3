package org.computility.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;
import org.hibernate.query.SortDirection;

/** The rows of {@code task_result}, one partition a day. */
interface TaskResults {

    StatelessSession session();

    /** The results that the search asks for. */
    default Search<TaskResult> search(ResultSearch search, UUID organisationId) {
        return new Search<>(session(), TaskResult.class)
                .equal(TaskResult_.organisationId, organisationId)
                .equal(TaskResult_.planId, search.planId())
                .equal(TaskResult_.algoDefCode, search.algoDefCode())
                .equal(TaskResult_.deviceId, search.deviceId())
                .equal(TaskResult_.computeCode, search.computeCode())
                .equal(TaskResult_.parentResult, search.parentResult())
                .from(TaskResult_.day, TaskResult.day(search.from()))
                .from(TaskResult_.time, search.from())
                .upTo(TaskResult_.day, TaskResult.day(search.to()))
                .before(TaskResult_.time, search.to());
    }

    /** One page of these by their time. */
    default Page<TaskResult> page(Search<TaskResult> found, boolean ascending, PageRequest page) {
        SortDirection direction = ascending ? SortDirection.ASCENDING : SortDirection.DESCENDING;
        return found.page(
                page,
                Map.of(),
                Order.by(TaskResult_.time, direction),
                Order.by(TaskResult_.sequence, direction),
                Order.asc(TaskResult_.id));
    }

    @HQL("where id = :id and (:organisationId is null or organisationId = :organisationId)")
    Optional<TaskResult> find(UUID id, UUID organisationId);

    /** Which of these are stored with a time of that day or a later one. */
    @SQL("select id from task_result where day >= :day and id = any(:ids)")
    List<UUID> storedSince(LocalDate day, UUID[] ids);

    @SQL("select image from task_result where id = :id and image is not null")
    Optional<byte[]> image(UUID id);

    /** The same, of one day. */
    @SQL("select image from task_result where day = :day and id = :id and image is not null")
    Optional<byte[]> image(LocalDate day, UUID id);

    /**
     * What results of these instances show, at most so many. A box counts when its members are numbers of its picture: what
     * nodes put into their data is theirs.
     */
    @SQL("""
            select r.id, r.instance_id, r.algo_def_code, r.device_id, r.event_id, r.data ->> 'class', r.time, r.media_time,
                r.received_at, b.x, b.y, b.width, b.height
            from task_result r left join lateral (
                select cast(round(cast(e.box ->> 'x' as numeric), 9) as double precision) as x,
                    cast(round(cast(e.box ->> 'y' as numeric), 9) as double precision) as y,
                    cast(round(cast(e.box ->> 'width' as numeric), 9) as double precision) as width,
                    cast(round(cast(e.box ->> 'height' as numeric), 9) as double precision) as height
                from jsonb_array_elements(case jsonb_typeof(r.data -> 'boxes') when 'array' then r.data -> 'boxes'
                    else cast('[]' as jsonb) end) e (box)
                where jsonb_path_match(e.box, 'strict $.x >= -1 && $.x <= 2 && $.y >= -1 && $.y <= 2
                    && $.width > 0 && $.width <= 2 && $.height > 0 && $.height <= 2', cast('{}' as jsonb), true)) b
                on :boxes
            where r.instance_id = any(:instances) and r.day >= :firstDay and r.day <= :lastDay
              and r.time >= :from and r.time < :to
              and (cast(:type as text) is null or r.data ->> 'type' = cast(:type as text))
              and r.data -> 'boxes' is distinct from cast('[]' as jsonb)
            limit :most
            """)
    List<Sighting> sightings(
            UUID[] instances,
            LocalDate firstDay,
            LocalDate lastDay,
            Instant from,
            Instant to,
            String type,
            boolean boxes,
            int most);

    /**
     * What an insert added.
     *
     * @param number how many results; the same in each row
     * @param followed a result that it added and that followers look at; null in the only row where there is none
     */
    record Added(long number, UUID followed) {}

    /**
     * Stores them in one statement. The same statement tells how many were new, and which of these carry a crop of
     * something found by a capability that has followers: results without followers cost no further statement.
     */
    default List<Added> insert(List<FoundResult> reports, Map<UUID, ResultSource> sources, Instant now) {
        return insert(
                Columns.of(reports, r -> TaskResult.day(r.time()), LocalDate[]::new),
                Columns.of(reports, FoundResult::id, UUID[]::new),
                Columns.of(reports, FoundResult::taskInstanceId, UUID[]::new),
                Columns.of(reports, r -> sources.get(r.taskInstanceId()).planId(), Long[]::new),
                Columns.of(reports, r -> sources.get(r.taskInstanceId()).organisationId(), UUID[]::new),
                Columns.of(reports, FoundResult::computeCode, String[]::new),
                Columns.of(reports, FoundResult::algoDefCode, String[]::new),
                Columns.of(reports, FoundResult::deviceId, String[]::new),
                Columns.of(reports, FoundResult::eventId, String[]::new),
                Columns.of(reports, FoundResult::sequence, Long[]::new),
                Columns.of(reports, FoundResult::time, Instant[]::new),
                Columns.of(reports, FoundResult::mediaTime, Double[]::new),
                Columns.of(reports, FoundResult::data, String[]::new),
                Columns.of(reports, r -> r.image() == null ? null : r.image().contentType(), String[]::new),
                Columns.of(reports, r -> r.image() == null ? null : r.image().width(), Integer[]::new),
                Columns.of(reports, r -> r.image() == null ? null : r.image().height(), Integer[]::new),
                Columns.of(reports, r -> r.image() == null ? null : r.image().content(), byte[][]::new),
                Columns.of(reports, r -> sources.get(r.taskInstanceId()).parentResult(), UUID[]::new),
                now);
    }

    @SQL("""
            with added as (
                insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code,
                    device_id, event_id, sequence, time, media_time, data, image_type, image_width, image_height, image,
                    parent_result, received_at)
                select r.*, :now
                from unnest(:days, :ids, :instances, :plans, :organisations, :computes, :algoDefs, :devices, :events,
                    :sequences, :times, :mediaTimes, cast(:data as jsonb[]), :types, :widths, :heights, :images,
                    :parents) r
                on conflict (day, id) do nothing
                returning id, algo_def_code,
                    image is not null and data -> 'boxes' is distinct from cast('[]' as jsonb) as found),
            followed as (
                select a.id from added a join capability c on c.code = a.algo_def_code
                where a.found and cardinality(c.followers) > 0)
            select n.number, f.id from (select count(*) as number from added) n left join followed f on true
            """)
    List<Added> insert(
            LocalDate[] days,
            UUID[] ids,
            UUID[] instances,
            Long[] plans,
            UUID[] organisations,
            String[] computes,
            String[] algoDefs,
            String[] devices,
            String[] events,
            Long[] sequences,
            Instant[] times,
            Double[] mediaTimes,
            String[] data,
            String[] types,
            Integer[] widths,
            Integer[] heights,
            byte[][] images,
            UUID[] parents,
            Instant now);
}
