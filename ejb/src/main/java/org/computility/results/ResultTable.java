package org.computility.results;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** The rows of {@code task_result}, one partition a day. */
final class ResultTable {

    private static final String COLUMNS =
            "select id, instance_id, plan_id, compute_code, algo_def_code, device_id, event_id,"
                    + " sequence, time, media_time, data, image_type, image_width, image_height, length(image) image_size,"
                    + " received_at";

    private final Sql sql;

    ResultTable(DataSource database) {
        this.sql = new Sql(database);
    }

    Map<UUID, ResultSource> sources(Collection<UUID> instanceIds) {
        Map<UUID, ResultSource> sources = new HashMap<>();
        sql.list(
                "select * from result_source where instance_id = any(?)",
                row -> sources.put(
                        Sql.uuid(row, "instance_id"),
                        new ResultSource(
                                Sql.uuid(row, "instance_id"),
                                row.getLong("instance_number"),
                                row.getLong("plan_id"),
                                Sql.uuid(row, "organisation_id"))),
                (Object) instanceIds.toArray(new UUID[0]));
        return sources;
    }

    static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Makes sure that the day has its partition; two who do it at once wait for each other. */
    void openDay(LocalDate day) {
        String name = "task_result_" + day.toString().replace("-", "");
        boolean there = sql.first("select 1 where to_regclass(?) is not null", row -> true, name)
                .isPresent();
        if (!there) {
            sql.list("select pg_advisory_xact_lock(hashtext('task_result_days'))", row -> true);
            sql.update("create table if not exists " + name + " partition of task_result for values from ('" + day
                    + "') to ('" + day.plusDays(1) + "')");
        }
    }

    /** Stores them in one statement and says how many were new. */
    int insert(List<ResultReport> reports, Map<UUID, ResultSource> sources, Instant now) {
        return sql.update(
                """
                insert into task_result (day, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code,
                    device_id, event_id, sequence, time, media_time, data, image_type, image_width, image_height, image,
                    received_at)
                select day::date, id, instance_id, plan_id, organisation_id, compute_code, algo_def_code, device_id, event_id,
                    sequence, time, media_time, data::jsonb, image_type, image_width, image_height, image, ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) r (day, id, instance_id, plan_id,
                    organisation_id, compute_code, algo_def_code, device_id, event_id, sequence, time, media_time, data,
                    image_type, image_width, image_height, image)
                on conflict (day, id) do nothing
                """,
                now,
                column(reports, r -> day(r.time()).toString(), String[]::new),
                column(reports, ResultReport::id, UUID[]::new),
                column(reports, ResultReport::instanceId, UUID[]::new),
                column(reports, r -> sources.get(r.instanceId()).planId(), Long[]::new),
                column(reports, r -> sources.get(r.instanceId()).organisationId(), UUID[]::new),
                column(reports, ResultReport::computeCode, String[]::new),
                column(reports, ResultReport::algoDefCode, String[]::new),
                column(reports, ResultReport::deviceId, String[]::new),
                column(reports, ResultReport::eventId, String[]::new),
                column(reports, ResultReport::sequence, Long[]::new),
                column(reports, ResultReport::time, Instant[]::new),
                column(reports, ResultReport::mediaTime, Double[]::new),
                column(reports, ResultReport::data, String[]::new),
                column(reports, r -> r.image() == null ? null : r.image().contentType(), String[]::new),
                column(reports, r -> r.image() == null ? null : r.image().width(), Integer[]::new),
                column(reports, r -> r.image() == null ? null : r.image().height(), Integer[]::new),
                column(reports, r -> r.image() == null ? null : r.image().content(), byte[][]::new));
    }

    List<ResultView> page(Filter filter, ResultSearch search) {
        String direction = search.ascending() ? "" : " desc";
        return sql.list(
                COLUMNS + " from task_result" + filter.where() + " order by time" + direction + ", sequence" + direction
                        + ", id limit ? offset ?",
                ResultTable::view,
                filter.arguments(search.page().size(), search.page().offset()));
    }

    long total(Filter filter) {
        return sql.number("select count(*) from task_result" + filter.where(), filter.arguments());
    }

    Optional<ResultView> find(UUID id, UUID organisationId) {
        return sql.first(
                COLUMNS + " from task_result where id = ? and (?::uuid is null or organisation_id = ?::uuid)",
                ResultTable::view,
                id,
                organisationId,
                organisationId);
    }

    Optional<byte[]> image(UUID id) {
        return sql.first(
                "select image from task_result where id = ? and image is not null", row -> row.getBytes(1), id);
    }

    private static <T> T[] column(
            List<ResultReport> reports, Function<ResultReport, T> member, java.util.function.IntFunction<T[]> array) {
        return reports.stream().map(member).toArray(array);
    }

    private static ResultView view(ResultSet row) throws SQLException {
        String imageType = row.getString("image_type");
        try (JsonReader data = JSON.createReader(new StringReader(row.getString("data")))) {
            return new ResultView(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "instance_id"),
                    row.getLong("plan_id"),
                    row.getString("compute_code"),
                    row.getString("algo_def_code"),
                    row.getString("device_id"),
                    row.getString("event_id"),
                    row.getLong("sequence"),
                    Sql.instant(row, "time"),
                    row.getObject("media_time", Double.class),
                    data.readObject(),
                    imageType == null
                            ? null
                            : new ResultView.ImageView(
                                    imageType,
                                    row.getObject("image_width", Integer.class),
                                    row.getObject("image_height", Integer.class),
                                    row.getInt("image_size")),
                    Sql.instant(row, "received_at"));
        }
    }
}
