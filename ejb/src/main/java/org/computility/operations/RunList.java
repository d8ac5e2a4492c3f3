package org.computility.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** Lists runs newest first. Each page is read along an index, so it costs the same in a table of a million. */
@Dependent
class RunList {

    /** How far lists count and page. */
    static final int COUNTED = 10_000;

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource dataSource;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(dataSource);
    }

    RunList() {}

    RunList(DataSource dataSource) {
        sql = new Sql(dataSource);
    }

    /**
     * One page.
     *
     * @param organisationId null: of all organisations
     */
    RunPage page(RunSearch search, UUID organisationId, int page, int pageSize) {
        Filter filter = filter(search, organisationId);
        List<RunView> items = sql.list(
                "SELECT * FROM job_run" + filter.where() + " ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?",
                RunRow::view,
                filter.arguments(pageSize, (page - 1) * pageSize));
        long total = sql.first(
                        "SELECT count(*) FROM (SELECT FROM job_run" + filter.where() + " LIMIT ?) AS bounded",
                        row -> row.getLong(1),
                        filter.arguments(COUNTED))
                .orElseThrow();
        return new RunPage(items, page, pageSize, total);
    }

    /** The names of all jobs that ever ran, found by leaping along the index from one name to the next. */
    List<String> jobNames() {
        return sql.list("""
                WITH RECURSIVE leap AS (
                    SELECT min(job_name) AS name FROM job_run
                    UNION ALL
                    SELECT (SELECT min(job_name) FROM job_run WHERE job_name > leap.name) FROM leap
                    WHERE leap.name IS NOT NULL)
                SELECT name FROM leap WHERE name IS NOT NULL""", row -> row.getString(1));
    }

    private static Filter filter(RunSearch search, UUID organisationId) {
        return new Filter()
                .and("organisation_id = ?", organisationId)
                .and("job_name = ?", search.jobName())
                .and(
                        "status = ?",
                        search.status() == null ? null : search.status().name())
                .and("created_at >= ?", search.from())
                .and("created_at < ?", search.to());
    }
}
