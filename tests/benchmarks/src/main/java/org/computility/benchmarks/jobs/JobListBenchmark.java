package org.computility.benchmarks.jobs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.computility.benchmarks.load.Load;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.benchmarks.load.Times;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/**
 * How long a page of jobs takes among very many, over HTTP, with its total: by state, by words, by time, by whose they are. The rows are put
 * into the tables directly, unless they are there already; every fact of them is as the platform writes it.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; jobs; pages at once; seconds of
 * warming up and of each measurement.
 */
public final class JobListBenchmark {

    private static final int AT_ONCE = 50_000;
    private static final int SECONDS_A_JOB = 30;
    private static final int SECONDS_A_DAY = 86_400;
    private static final DateTimeFormatter STANDARD = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> STATES =
            List.of("PENDING", "RUNNING", "SUCCEEDED", "FAILED", "STOPPED", "UNKNOWN");

    private final PlatformDatabase database;
    private final int jobs;
    private final Visitor administrator;
    private final Visitor user;
    private final Visitor operator;

    private JobListBenchmark(Platform platform, PlatformDatabase database, int jobs) throws SQLException {
        this.database = database;
        this.jobs = jobs;
        administrator = platform.asAdmin();
        String organisation = platform.freshOrganisation();
        Platform.Account owner = platform.account(organisation, "CONSUMER");
        Platform.Account watcher = platform.account(organisation, "OPERATOR");
        user = platform.as(platform.login(owner.username(), owner.password()));
        operator = platform.as(platform.login(watcher.username(), watcher.password()));
        String account = administrator
                .get("platform/v1/accounts?organisationId=" + organisation)
                .expect(200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(each -> each.asJsonObject())
                .filter(each -> each.getString("username").equals(owner.username()))
                .findFirst()
                .orElseThrow()
                .getString("id");
        fill(account, organisation);
    }

    public static void main(String... arguments) throws Exception {
        JobListBenchmark benchmark = new JobListBenchmark(
                Platform.running(arguments[0], arguments[1]),
                new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5)),
                Integer.parseInt(arguments[5]));
        int atOnce = Integer.parseInt(arguments[6]);
        int seconds = Integer.parseInt(arguments[7]);
        benchmark.measure("warming up", atOnce, seconds);
        benchmark.measure("measured", atOnce, seconds);
        System.exit(0);
    }

    /** Those of an earlier run go to this run's user. */
    private void fill(String account, String organisation) throws SQLException {
        if (database.number("select count(*) from job").intValue() >= jobs) {
            database.run("""
                update job set user_id = cast(? as uuid), organisation_id = cast(? as uuid)
                where name ~ '-\\d+$' and cast(substring(name from '\\d+$') as bigint) % 500 = 0
                """, account, organisation);
        } else {
            for (int from = 1; from <= jobs; from += AT_ONCE) {
                int to = Math.min(jobs, from + AT_ONCE - 1);
                database.run(JobWords.FILL, (long) jobs, from, to, account, organisation);
                // The platform looks into these tables each second: it plans by what they hold.
                database.runAll("analyze job", "analyze job_task", "analyze job_attempt");
                System.out.println(to + " jobs");
            }
        }
        for (String table : List.of("job", "job_task", "job_attempt")) {
            database.run("vacuum analyze " + table);
        }
    }

    private void measure(String what, int atOnce, int seconds) throws Exception {
        System.out.printf("%s, %d at once%n", what, atOnce);
        Times times = new Times();
        ask(times, "first page", atOnce, seconds, () -> page(administrator, ""));
        ask(times, "a later page", atOnce, seconds, () -> page(administrator, "&page=" + (1 + chance(200))));
        ask(times, "by state", atOnce, seconds, () -> page(administrator, "&status=" + any(STATES)));
        ask(times, "by time", atOnce, seconds, () -> page(administrator, period()));
        ask(times, "by center", atOnce, seconds, () -> page(administrator, "&centerId=c" + chance(20)));
        ask(times, "a user's", atOnce, seconds, () -> page(user, ""));
        ask(times, "a user's by state", atOnce, seconds, () -> page(user, "&status=" + any(STATES)));
        ask(times, "an organisation's", atOnce, seconds, () -> page(operator, period()));
        ask(times, "common words", atOnce, seconds, () -> stories(administrator, JobWords.common()));
        ask(times, "rare words", atOnce, seconds, () -> stories(administrator, JobWords.rare()));
        ask(times, "a name", atOnce, seconds, () -> stories(administrator, "-" + (1 + chance(jobs))));
        ask(times, "a user's by words", atOnce, seconds, () -> stories(user, JobWords.common()));
        times.print();
    }

    private static void ask(Times times, String what, int atOnce, int seconds, Supplier<?> question) throws Exception {
        Load.run(atOnce, seconds, thread -> times.time(what, question));
    }

    /** T/AI 123.8 A.9. */
    private static Object page(Visitor who, String conditions) {
        return who.get("trainjob?pageSize=50" + conditions).expect(200);
    }

    private static Object stories(Visitor who, String words) {
        return who.get("platform/v1/jobs?pageSize=50&keyword=" + encoded(words)).expect(200);
    }

    /** From an hour to thirty days within the time of the jobs. */
    private String period() {
        long all = (long) jobs * SECONDS_A_JOB;
        long length = 3_600L << chance(10);
        LocalDateTime begin = LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                .minusSeconds(
                        Math.max(SECONDS_A_DAY, ThreadLocalRandom.current().nextLong(all)));
        return "&createAfter=" + encoded(STANDARD.format(begin)) + "&createBefore="
                + encoded(STANDARD.format(begin.plusSeconds(length)));
    }

    private static String any(List<String> of) {
        return of.get(chance(of.size()));
    }

    private static int chance(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
