package org.computility.benchmarks.reporting;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.computility.benchmarks.load.Load;
import org.computility.benchmarks.load.PlatformDatabase;
import org.computility.benchmarks.load.Times;
import org.computility.system.Platform;
import org.computility.system.reporting.Signer;

/**
 * How long questions about the month reports of 10,000 centers take, over HTTP: by month, province and hub, with totals, and A.9 with its
 * signature. The rows are put into the tables directly, unless they are there already; a month of all centers after the other, as they come in.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; centers; months of each; questions at
 * once; seconds of warming up and of each measurement.
 */
public final class MonthQueryBenchmark {

    private static final YearMonth LAST = YearMonth.of(2026, 10);
    private static final int FIRST_HUB = 11;
    private static final int HUBS = 8;
    private static final List<String> PROVINCES = List.of(
            "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", "310000", "320000",
            "330000", "340000", "350000", "360000", "370000", "410000", "420000", "430000", "440000", "450000",
            "460000", "500000", "510000", "520000", "530000", "540000", "610000", "620000", "630000", "640000",
            "650000", "710000", "810000", "820000");

    private static final String CENTERS = """
            insert into reported_center (version, organisation_id, name, project_ids, longitude, latitude, province, city, type,
                hub_id, created_at, changed_at)
            select 0, cast(? as uuid), 'benchmark ' || n, '{}', 100 + n % 20, 25 + n % 15, p.code,
                substr(p.code, 1, 2) || '0100', n % 7, cast(11 + n % 8 as text), now(), now()
            from generate_series(1, ?) n
                join (select code, row_number() over (order by code) - 1 number from monitoring_place where kind = 'PROVINCE') p
                    on p.number = n % 34
            """;

    private static final String MONTH = """
            insert into report_state (known_on, center_id, organisation_id, month, status, deed, done_by, done_at, reasons, figures,
                hash, province, hub_id)
            select nextval('report_knowledge'), c.id, c.organisation_id, cast(? as date), 'ACCEPTED', 'SUBMISSION', 'benchmark', now(),
                '{}', jsonb_build_object(
                    'supply', jsonb_build_object('standardRacks', 1000 + c.id % 5000, 'rackUtilization', c.id % 100,
                        'intelligentComputingPower', c.id % 9000, 'acceleratorCount', c.id % 20000, 'storageCapacity', 12.5),
                    'application', jsonb_build_object('computingUtilization', c.id % 100, 'memoryUtilization', 40.25,
                        'jobCount', c.id, 'acceleratorHours', 7200000.5, 'revenue', 1234.5678),
                    'power', jsonb_build_object('electricityConsume', 1250000, 'itElectricityConsume', 1000000, 'pue', 1.25),
                    'security', jsonb_build_object('localizationRate', 80, 'protectionLevel', 3, 'incidentCount', 0)),
                repeat('0', 64), c.province, c.hub_id
            from reported_center c where c.name like 'benchmark %'
            """;

    private final PlatformDatabase database;
    private final Platform platform;
    private final Signer signer;
    private final int months;
    private final int firstCenter;
    private final int centers;

    private MonthQueryBenchmark(Platform platform, PlatformDatabase database, int centers, int months)
            throws SQLException {
        this.platform = platform;
        this.database = database;
        this.months = months;
        this.centers = centers;
        signer = new Signer(platform.asAdmin());
        fill();
        firstCenter = database.number("select min(id) from reported_center where name like 'benchmark %'")
                .intValue();
    }

    public static void main(String... arguments) throws Exception {
        MonthQueryBenchmark benchmark = new MonthQueryBenchmark(
                Platform.running(arguments[0], arguments[1]),
                new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5)),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]));
        int atOnce = Integer.parseInt(arguments[7]);
        int seconds = Integer.parseInt(arguments[8]);
        benchmark.measure("warming up", atOnce, seconds);
        benchmark.measure("measured", atOnce, seconds);
        System.exit(0);
    }

    private void fill() throws SQLException {
        if (database.number("select count(*) from reported_center where name like 'benchmark %'")
                        .intValue()
                == 0) {
            database.run(CENTERS, platform.freshOrganisation(), centers);
            for (int back = months - 1; back >= 0; back--) {
                System.out.println(
                        database.run(MONTH, LAST.minusMonths(back).atDay(1)) + " reports of " + LAST.minusMonths(back));
            }
        }
        database.runAll("vacuum analyze reported_center", "vacuum analyze report_state");
    }

    private void measure(String what, int atOnce, int seconds) throws Exception {
        System.out.printf("%s, %d at once%n", what, atOnce);
        Times times = new Times();
        ask(times, "month", atOnce, seconds, () -> page("reportMonth=" + month()));
        ask(
                times,
                "month, later page",
                atOnce,
                seconds,
                () -> page("reportMonth=" + month() + "&page=" + (1 + chance(100))));
        ask(times, "province", atOnce, seconds, () -> page("province=" + province()));
        ask(
                times,
                "province, month",
                atOnce,
                seconds,
                () -> page("province=" + province() + "&reportMonth=" + month()));
        ask(times, "hub", atOnce, seconds, () -> page("hubId=" + hub()));
        ask(times, "hub, month", atOnce, seconds, () -> page("hubId=" + hub() + "&reportMonth=" + month()));
        ask(times, "all", atOnce, seconds, () -> page(""));
        ask(
                times,
                "A.9 center, month",
                atOnce,
                seconds,
                () -> signed("centerId=" + center() + "&reportMonth=" + month()));
        ask(times, "A.9 center", atOnce, seconds, () -> signed("centerId=" + center()));
        times.print();
        Times whole = new Times();
        ask(whole, "A.9 whole month", 1, seconds, () -> signed("reportMonth=" + month()));
        whole.print();
    }

    private static void ask(Times times, String what, int atOnce, int seconds, Supplier<?> question) throws Exception {
        Load.run(atOnce, seconds, thread -> times.time(what, question));
    }

    private Object page(String conditions) {
        return platform.asAdmin()
                .get("platform/v1/monitoring/reports?" + conditions)
                .expect(200);
    }

    private Object signed(String conditions) {
        return signer.get("api/queryMonthReport?" + conditions).expect(200);
    }

    private YearMonth month() {
        return LAST.minusMonths(chance(months));
    }

    private int center() {
        return firstCenter + chance(centers);
    }

    private static String province() {
        return PROVINCES.get(chance(PROVINCES.size()));
    }

    private static int hub() {
        return FIRST_HUB + chance(HUBS);
    }

    private static int chance(int most) {
        return ThreadLocalRandom.current().nextInt(most);
    }
}
