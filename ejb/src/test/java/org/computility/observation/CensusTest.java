package org.computility.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CensusTest {

    private static final String ORGANISATION = "'00000000-0000-0000-0000-000000000001'";

    private final DataSource database = TestDatabase.fresh();
    private final Census census = new Census();

    @BeforeEach
    void open() {
        census.tallies = new Tallies_(TestEntities.session(database));
    }

    @Test
    void tellsZerosOfAnEmptyDatabaseAndWhoIsConnected() {
        assertThat(count(Figure.NODES, "online")).isZero();
        assertThat(count(Figure.CENTERS, "disconnected")).isZero();
        assertThat(count(Figure.INSTANCES, "running")).isZero();
        assertThat(count(Figure.JOBS, "training", "pending")).isZero();
        assertThat(count(Figure.WAITING, "center_silent")).isZero();
        assertThat(count(Figure.NOTICES, "given_up")).isZero();
        assertThat(count(Figure.UPWARD, "waiting")).isZero();
        assertThat(count(Figure.UNSETTLED)).isZero();
        assertThat(count(Figure.CONNECTIONS, "active")).isPositive();
        // Nobody was heard, and no job of the clock has run: a made-up time would be taken for true.
        assertThat(all().map(Tally::counted)).doesNotContain(Figure.HEARD, Figure.FAILING);
    }

    @Test
    void countsNodesAndTellsWhenTheLastWasHeard() {
        run(node(1, true, 1000), node(2, true, 2000), node(3, false, 500));

        assertThat(count(Figure.NODES, "online")).isEqualTo(2);
        assertThat(count(Figure.NODES, "offline")).isEqualTo(1);
        assertThat(count(Figure.HEARD, "compute")).isEqualTo(2000);
    }

    @Test
    void countsJobsAndWhatTheirTasksWaitFor() {
        run(job(1, "PENDING"), job(2, "PENDING"), job(3, "RUNNING"));
        run(task(1, 1, "null", "null"), task(2, 1, "null", "now() + interval '1 hour'"), task(3, 2, "'c'", "null"));
        run(attempt(3, 2, "QUEUED", "null"));

        assertThat(count(Figure.JOBS, "training", "pending")).isEqualTo(2);
        assertThat(count(Figure.JOBS, "training", "running")).isEqualTo(1);
        assertThat(count(Figure.WAITING, "placement")).isEqualTo(1);
        assertThat(count(Figure.WAITING, "postponed")).isEqualTo(1);
        assertThat(count(Figure.WAITING, "center_queue")).isEqualTo(1);
        assertThat(count(Figure.WAITING, "center_silent")).isZero();

        run("update job_attempt set silent_since = now()");

        assertThat(count(Figure.WAITING, "center_queue")).isZero();
        assertThat(count(Figure.WAITING, "center_silent")).isEqualTo(1);
    }

    @Test
    void tellsOfEachScheduledJobWhetherItsNewestRunFailed() {
        run("insert into job_schedule (job_name, schedule) values ('push-reports', 'x'), ('close-month', 'x')");
        run(batchRun("push-reports", "FAILED", 1), batchRun("push-reports", "COMPLETED", 2));
        run(batchRun("close-month", "COMPLETED", 1), batchRun("close-month", "FAILED", 2));

        assertThat(count(Figure.FAILING, "push-reports")).isZero();
        assertThat(count(Figure.FAILING, "close-month")).isEqualTo(1);
        assertThat(count(Figure.RUNS, "close-month")).isZero();
    }

    @Test
    void tellsHowManyOrdersTheNewestSettlingLeft() {
        run("insert into settle_tally (run_id, part, orders, charges, payouts, skipped) values (1, 0, 9, 9, 9, 7),"
                + " (2, 0, 9, 9, 9, 1), (2, 1, 9, 9, 9, 2)");

        assertThat(count(Figure.UNSETTLED)).isEqualTo(3);
    }

    @Test
    void countsAcceptedReportsThatThePlatformAboveHasNotTaken() {
        run(
                "insert into organisation select (jsonb_populate_record(null::organisation, jsonb_build_object('id', "
                        + ORGANISATION + ", 'name', 'o', 'created_at', now()))).*",
                "insert into reported_center (id, version, organisation_id, name, project_ids, longitude, latitude, province, city,"
                        + " type, created_at, changed_at) values (7, 0, " + ORGANISATION
                        + ", 'c', '{}', 1, 1, '620000', '621000', 1, now(), now())",
                "insert into upper_platform (id, version, url, username, sealed_password, in_use, set_by, set_at)"
                        + " values (1, 0, 'https://u', 'u', '', true, 'a', now())");
        run(report(1, 1, "ACCEPTED"), report(2, 2, "ACCEPTED"), report(3, 3, "RETURNED"), report(4, 4, "ACCEPTED"));
        run("insert into pushed_report (upper_id, known_on, center_id, month, outcome, reasons, tries, told_at)"
                + " values (1, 1, 7, '2026-01-01', 'ACCEPTED', '{}', 1, now()),"
                + " (1, 2, 7, '2026-02-01', 'REFUSED', '{}', 1, now())");

        assertThat(count(Figure.UPWARD, "waiting")).isEqualTo(1);
        assertThat(count(Figure.UPWARD, "refused")).isEqualTo(1);
    }

    private Stream<Tally> all() {
        return Stream.of(census.places(), census.work(), census.traffic()).flatMap(List::stream);
    }

    private double count(Figure figure, String... values) {
        List<Double> found = all().filter(
                        tally -> tally.counted() == figure && tally.values().equals(Arrays.asList(values)))
                .map(Tally::count)
                .toList();
        assertThat(found).as("%s %s", figure, Arrays.toString(values)).hasSize(1);
        return found.get(0);
    }

    private static String node(int number, boolean online, long heard) {
        return "insert into compute_node (code, type, host, port, username, sealed_password, serves_algorithms, online,"
                + " registered_at, last_seen_at, changed_at) values ('1101080000502000000" + number
                + "', 'CAP', 'h', 1, 'u', '', true, " + online + ", now(), to_timestamp(" + heard + "), now())";
    }

    private static String job(int number, String status) {
        return "insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec,"
                + " nodes, center_ids, command, data_sets, max_seconds, priority, created_at) values (" + id(number)
                + ", 0, 'TRAINING', 'j" + number + "', '', " + id(1) + ", " + id(1) + ", '" + status
                + "', 's', '{}', 1, '{}', 'true', '{}', 1, 0, now())";
    }

    private static String task(int number, int job, String center, String notBefore) {
        return "insert into job_task (task_id, version, job_id, number, status, attempt, losses, center_id, not_before) values ("
                + id(number) + ", 0, " + id(job) + ", " + number + ", 'PENDING', 1, 0, " + center + ", " + notBefore
                + ")";
    }

    private static String attempt(int task, int job, String state, String silentSince) {
        return "insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at,"
                + " silent_since, claimed_until) values ('r" + task + "', 0, " + id(task) + ", " + id(job)
                + ", 1, 'c', '" + state + "', '{}', now(), " + silentSince + ", now())";
    }

    private static String batchRun(String job, String status, int second) {
        return "insert into job_run (job_name, parameters, status, server, created_at) values ('" + job + "', '{}', '"
                + status + "', 's', to_timestamp(" + second + "))";
    }

    private static String report(int knownOn, int month, String status) {
        return "insert into report_state (known_on, center_id, organisation_id, month, status, deed, done_by, done_at, reasons,"
                + " figures, hash) values (" + knownOn + ", 7, " + ORGANISATION + ", '2026-0" + month + "-01', '"
                + status
                + "', 'SUBMISSION', 'u', now(), '{}', '{}', 'h')";
    }

    private static String id(int number) {
        return "'00000000-0000-0000-0000-00000000000" + number + "'";
    }

    private void run(String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
