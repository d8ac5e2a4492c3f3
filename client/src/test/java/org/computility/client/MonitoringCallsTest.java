package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.computility.client.monitoring.Energy;
import org.computility.client.monitoring.Federation;
import org.computility.client.monitoring.Meters;
import org.computility.client.monitoring.MonthReports;
import org.computility.client.monitoring.OperationalData;
import org.computility.client.monitoring.Projects;
import org.computility.client.monitoring.ReportedCenters;
import org.computility.client.monitoring.Subscribers;
import org.computility.client.wire.RequestSign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each call of the monitoring interface sends, how it is signed, and what is made of the answer. */
public class MonitoringCallsTest {

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    /** The numbers are those of {@code openssl dgst -sm3 -hmac t0ken}. */
    @Test
    void aSignatureIsTheHmacOfMethodPathSortedQueryAndBody() {
        assertThat(RequestSign.of("t0ken", "POST", URI.create("http://h/api/project"), "{\"a\":1}"))
                .isEqualTo("12f02730f611521133a73db570bff4ef941a251953ba76aa540b465a9cd4b371");
        assertThat(RequestSign.of("t0ken", "GET", URI.create("http://h/api/project?b=2&a=%E5%BA%86"), ""))
                .isEqualTo("d194843888d5c63d648b2c92b577b36ff8f9e0541079ecc1a4de1ee58962152f");
    }

    @Test
    void projectsAreCreatedChangedAndFound() {
        Projects.Investment investment =
                new Projects.Investment(2, new BigDecimal("42000"), null, LocalDate.of(2025, 3, 1), null, 3000, null);
        platform.answers(200, "{\"code\":200,\"msg\":\"success\",\"data\":\"12\"}");
        assertThat(client.projects().create(new Projects.NewProject("p", investment, "620000", "9", null)))
                .isEqualTo(12);
        String call = platform.lastCall();
        assertThat(call)
                .isEqualTo("POST /api/project {\"clusterId\":\"9\",\"investment\":{\"plannedRacks\":3000,"
                        + "\"projectStatus\":2,\"startDate\":\"2025/03/01\",\"totalInvestment\":42000},"
                        + "\"projectName\":\"p\",\"province\":\"620000\"}");
        assertThat(platform.lastHeader("token")).isEqualTo("t0ken");
        assertThat(platform.lastHeader("sign"))
                .isEqualTo(RequestSign.of(
                        "t0ken", "POST", URI.create("http://h/api/project"), call.substring(call.indexOf('{'))));

        platform.answers(200, "{\"code\":200,\"msg\":\"success\"}");
        client.projects().change(new Projects.Change(12, null, investment, null, ""));
        assertThat(platform.lastCall()).startsWith("PUT /api/project {\"hubId\":\"\",\"id\":12,\"investment\":{");

        platform.answers(200, """
            {"code":200,"msg":"success","data":{"total":1,"datalist":[{"projectName":"p","id":12,"province":"620000",
            "investment":{"startDate":"2025/03/01","further":[1]}}]}}\
            """);
        Projects.Project found = client.projects().get(12).datalist().get(0);
        assertThat(platform.lastCall()).isEqualTo("GET /api/project?id=12 ");
        assertThat(found.investment().startDate()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(found.hubId()).isNull();
        client.projects().named("庆 阳");
        assertThat(platform.lastQuery()).containsEntry("projectName", "庆 阳");
        assertThat(client.projects().all().total()).isEqualTo(1);
        assertThat(platform.lastCall()).isEqualTo("GET /api/project ");
    }

    @Test
    void centersAreCreatedChangedAndFound() {
        ReportedCenters.Center center = new ReportedCenters.Center(
                null,
                "c",
                null,
                "1;2",
                null,
                new BigDecimal("107.643631"),
                new BigDecimal("35.7"),
                "620000",
                "621000",
                1,
                LocalDate.of(2024, 10, 29),
                null);
        platform.answers(200, "{\"code\":200,\"msg\":\"success\",\"data\":\"7\"}");
        assertThat(client.reportedCenters().create(center)).isEqualTo(7);
        assertThat(platform.lastCall())
                .isEqualTo("POST /api/computePowerCenter {\"city\":\"621000\",\"latitude\":35.7,"
                        + "\"longitude\":107.643631,\"name\":\"c\",\"productionDate\":\"2024/10/29\","
                        + "\"projectId\":\"1;2\",\"province\":\"620000\",\"type\":1}");
        platform.answers(200, "{\"code\":200,\"msg\":\"success\"}");
        client.reportedCenters().change(center);
        assertThat(platform.lastCall()).startsWith("PUT /api/computePowerCenter {");
        platform.answers(200, """
            {"code":200,"msg":"success","data":{"total":1,"datalist":[{"id":7,"name":"c","projectId":"",
            "longitude":107.643631,"latitude":35.7,"province":"620000","city":"621000","type":1}]}}\
            """);
        assertThat(client.reportedCenters().get(7).datalist().get(0).productionDate())
                .isNull();
        assertThat(platform.lastCall()).isEqualTo("GET /api/computePowerCenter?id=7 ");
        client.reportedCenters().named("c");
        assertThat(platform.lastCall()).isEqualTo("GET /api/computePowerCenter?name=c ");
        assertThat(client.reportedCenters().all().total()).isEqualTo(1);
    }

    @Test
    void theUpperPlatformIsSetAndWhatItWasToldListed() {
        platform.answers(
                200,
                "{\"url\":\"https://u\",\"username\":\"gansu\",\"setBy\":\"admin\",\"setAt\":\"2026-11-29T08:00:00Z\"}");
        Federation.NewUpper wanted = new Federation.NewUpper("https://u", "gansu", "secret");
        assertThat(wanted.toString()).doesNotContain("secret");
        assertThat(client.federation().report(wanted).setBy()).isEqualTo("admin");
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/federation/upper {\"password\":\"secret\",\"url\":\"https://u\","
                        + "\"username\":\"gansu\"}");
        assertThat(client.federation().upper().url()).isEqualTo("https://u");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/upper ");
        platform.answers(204, "");
        client.federation().reportNowhere();
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/federation/upper ");

        platform.answers(200, """
            {"items":[{"knownOn":117,"centerId":7,"reportMonth":"2026-10","outcome":"REFUSED","reasons":["99999"],
            "tries":2,"toldAt":"2026-11-29T21:00:00Z"}],"page":1,"pageSize":20,"total":1}\
            """);
        Federation.Told told = client.federation()
                .told(7, YearMonth.of(2026, 10), "REFUSED", 1, 20)
                .items()
                .get(0);
        assertThat(told.tries()).isEqualTo(2);
        assertThat(told.upperKnownOn()).isNull();
        assertThat(platform.lastQuery())
                .containsEntry("centerId", "7")
                .containsEntry("reportMonth", "2026-10")
                .containsEntry("outcome", "REFUSED");
    }

    @Test
    void subscribersAreSetAndFetchWhatTheyMissed() {
        String told = """
            {"name":"dispatch","layer":"SCHEDULING","url":"https://d","algorithm":"HMAC-SM3","timetable":"PT15M",
            "provinces":["620000"],"load":true,"knownOn":117,"failures":0,"dueAt":"2026-11-30T08:15:00Z",
            "setBy":"admin","setAt":"2026-11-29T08:00:00Z"}\
            """;
        platform.answers(200, told);
        Subscribers.NewSubscriber wanted = new Subscribers.NewSubscriber(
                "SCHEDULING", "https://d", "secret", null, "PT15M", List.of("620000"), true, null);
        assertThat(wanted.toString()).doesNotContain("secret");
        assertThat(client.subscribers().tell("dispatch", wanted).knownOn()).isEqualTo(117);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/federation/subscribers/dispatch {\"layer\":\"SCHEDULING\",\"load\":true,"
                        + "\"provinces\":[\"620000\"],\"secret\":\"secret\",\"timetable\":\"PT15M\","
                        + "\"url\":\"https://d\"}");
        assertThat(client.subscribers().subscriber("dispatch").fault()).isNull();
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/subscribers/dispatch ");
        platform.answers(200, "[" + told + "]");
        assertThat(client.subscribers().subscribers()).hasSize(1);
        platform.answers(204, "");
        client.subscribers().tellNothing("dispatch");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/federation/subscribers/dispatch ");
        platform.answers(200, "{\"after\":116,\"knownOn\":118,\"more\":true,\"reports\":[]}");
        assertThat(client.subscribers().news(116, 50).more()).isTrue();
        assertThat(platform.lastQuery()).containsEntry("after", "116").containsEntry("most", "50");
    }

    @Test
    void booksAreComparedByMonthAndByCenter() {
        platform.answers(200, "{\"items\":[{\"reportMonth\":\"2026-10\",\"reports\":2,\"hash\":\"9f\"}]}");
        assertThat(client.federation().books().items().get(0).reports()).isEqualTo(2);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/books ");
        platform.answers(200, "{\"items\":[{\"centerId\":7,\"hash\":\"9f\",\"knownOn\":117}]}");
        assertThat(client.federation()
                        .books(YearMonth.of(2026, 10))
                        .items()
                        .get(0)
                        .knownOn())
                .isEqualTo(117);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/books/2026-10 ");
        platform.answers(200, """
            {"comparedAt":"2026-11-29T20:45:00Z","months":36,"reports":360,"waiting":0,"equal":false,
            "items":[{"kind":"MISSING_BELOW","upperCenterId":4711,"reportMonth":"2026-10","upperKnownOn":900,"sentAgain":false}],
            "page":1,"pageSize":20,"total":1}\
            """);
        assertThat(client.federation().comparison("MISSING_BELOW", 1, 20).items())
                .singleElement()
                .satisfies(found -> assertThat(found.centerId()).isNull());
        assertThat(platform.lastQuery()).containsEntry("kind", "MISSING_BELOW");
    }

    @Test
    void platformsBelowAreTakenAndLeft() {
        platform.answers(200, "{\"tier\":\"NATIONAL\",\"reportsUpward\":false,\"takesLower\":true}");
        assertThat(client.federation().tier().takesLower()).isTrue();
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/tier ");
        String row =
                "{\"code\":\"gansu\",\"name\":\"甘肃\",\"tier\":\"REGIONAL\",\"url\":\"https://l\",\"username\":\"n\","
                        + "\"account\":\"g\",\"organisationId\":\"6f1c\",\"setBy\":\"admin\",\"setAt\":\"2026-11-29T08:00:00Z\"}";
        platform.answers(200, row);
        Federation.NewLower wanted = new Federation.NewLower("甘肃", "REGIONAL", "https://l", "n", "secret", "g");
        assertThat(wanted.toString()).doesNotContain("secret");
        assertThat(client.federation().takeLower("gansu", wanted).account()).isEqualTo("g");
        assertThat(platform.lastCall()).startsWith("PUT /platform/v1/federation/lower/gansu {\"account\":\"g\"");
        assertThat(client.federation().lower("gansu").name()).isEqualTo("甘肃");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/federation/lower/gansu ");
        platform.answers(200, "{\"items\":[" + row + "]}");
        assertThat(client.federation().allLower().items()).hasSize(1);
        platform.answers(204, "");
        client.federation().leaveLower("gansu");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/federation/lower/gansu ");
    }

    @Test
    void monthsAreReportedFoundComparedAndReviewed() {
        platform.answers(
                200,
                "{\"code\":200,\"msg\":\"success\",\"data\":{\"status\":\"ACCEPTED\",\"reasons\":[],\"knownOn\":7}}");
        YearMonth month = YearMonth.of(2026, 9);
        MonthReports.Receipt receipt = client.monthReports()
                .report(MonthReports.MonthReport.of(
                        7,
                        month,
                        new MonthReports.Supply(3000, null, null, null, null, null, null, null),
                        new MonthReports.Application(null, null, null, null, 1, null, null),
                        new MonthReports.Power(null, null, null, null, new BigDecimal("1.25"), null, null),
                        new MonthReports.Security(null, 3, List.of("s"), null)));
        assertThat(receipt.knownOn()).isEqualTo(7);
        assertThat(platform.lastCall())
                .isEqualTo("POST /api/monthReport {\"application\":{\"jobCount\":1},\"centerId\":7,\"power\":{"
                        + "\"pue\":1.25},\"reportMonth\":\"2026-09\",\"security\":{\"protectionLevel\":3,"
                        + "\"securityServices\":[\"s\"]},\"supply\":{\"standardRacks\":3000}}");

        platform.answers(
                200, "{\"code\":200,\"msg\":\"success\",\"data\":{\"total\":0,\"datalist\":[],\"knownOn\":9}}");
        assertThat(client.monthReports().query(7, month).knownOn()).isEqualTo(9);
        assertThat(platform.lastCall()).isEqualTo("GET /api/queryMonthReport?centerId=7&reportMonth=2026-09 ");
        client.monthReports().query(null, null);
        assertThat(platform.lastCall()).isEqualTo("GET /api/queryMonthReport ");

        String state = "{\"knownOn\":9,\"centerId\":7,\"reportMonth\":\"2026-09\",\"status\":\"SUBMITTED\","
                + "\"doneAt\":\"2026-10-03T08:00:00Z\",\"figures\":{\"power\":{}}}";
        platform.answers(200, "[" + state + "]");
        MonthReports.State seen = client.monthReports().states(7, month).get(0);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/monitoring/reports/7/2026-09/states ");
        platform.answers(200, state);
        client.monthReports().accept(seen);
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/monitoring/reports/7/2026-09/review"
                        + " {\"decision\":\"ACCEPTED\",\"knownOn\":9,\"reasons\":[]}");
        assertThat(platform.lastHeader("sign")).isNull();
        client.monthReports().returnIt(seen, List.of("why"));
        assertThat(platform.lastCall()).contains("\"RETURNED\"", "[\"why\"]");
        platform.answers(200, "{\"items\":[" + state + "],\"page\":1,\"pageSize\":5,\"total\":1,\"knownOn\":9}");
        assertThat(client.monthReports().list(7, month, 9L, 1, 5).items()).hasSize(1);
        assertThat(platform.lastQuery()).containsEntry("knownOn", "9").containsEntry("pageSize", "5");
        client.monthReports().list(null, null, null, 1, 5);
        assertThat(platform.lastQuery()).doesNotContainKeys("knownOn", "centerId", "reportMonth");
        platform.answers(
                200, "{\"after\":" + state + ",\"changes\":[{\"path\":\"power.pue\",\"after\":1.25}],\"deeds\":[]}");
        MonthReports.Comparison comparison = client.monthReports().compare(7, month, 0, 9);
        assertThat(comparison.before()).isNull();
        assertThat(comparison.changes().get(0).before()).isNull();
        assertThat(comparison.changes().get(0).after()).hasToString("1.25");
        assertThat(platform.lastQuery()).containsEntry("from", "0").containsEntry("to", "9");
    }

    @Test
    void metersAreOpenedReadAndReckonedWith() {
        String meter = "{\"code\":\"m/1\",\"centerId\":7,\"kind\":\"WATER\",\"unit\":\"L\","
                + "\"createdAt\":\"2026-11-29T08:00:00Z\"}";
        platform.answers(200, meter);
        assertThat(client.meters()
                        .open(7, new Meters.NewMeter("m/1", "WATER", null, "1000"))
                        .modulus())
                .isNull();
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/monitoring/centers/7/meters"
                        + " {\"code\":\"m/1\",\"kind\":\"WATER\",\"modulus\":\"1000\"}");
        client.meters().retire(7, "m/1");
        assertThat(platform.lastCall()).startsWith("DELETE /platform/v1/monitoring/centers/7/meters/m%2F1");
        platform.answers(200, "[" + meter + "]");
        assertThat(client.meters().list(7))
                .singleElement()
                .satisfies(one -> assertThat(one.unit()).isEqualTo("L"));
        platform.answers(200, "{\"taken\":1,\"known\":0}");
        Instant eight = Instant.parse("2026-11-29T08:00:00Z");
        assertThat(client.meters()
                        .push("m", List.of(new Meters.Reading(eight, "1.5")))
                        .taken())
                .isEqualTo(1);
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/monitoring/meters/m/readings"
                        + " [{\"at\":\"2026-11-29T08:00:00Z\",\"value\":\"1.5\"}]");
        platform.answers(200, """
            [{"from":"2026-11-29T07:00:00Z","to":"2026-11-29T08:00:00Z","amount":1.500,"whole":true,"estimated":false}]\
            """);
        assertThat(client.meters().hours("m", eight.minusSeconds(3600), eight))
                .singleElement()
                .satisfies(hour -> assertThat(hour.amount()).isEqualByComparingTo("1.5"));
        assertThat(platform.lastQuery()).containsEntry("to", "2026-11-29T08:00:00Z");

        platform.answers(200, """
            {"code":200,"msg":"success","data":{"electricityConsume":5200.125,
            "asOf":{"electricityConsume":"2026-11-29 16:00:00"},"estimated":[]}}\
            """);
        ReportedCenters.Supervision known = client.reportedCenters().supervision(7);
        assertThat(known.electricityConsume()).isEqualByComparingTo("5200.125");
        assertThat(known.pue()).isNull();
        assertThat(platform.lastCall()).isEqualTo("GET /api/querySupervisionSystemData?centerId=7 ");
        client.reportedCenters().supervision("c");
        assertThat(platform.lastCall()).isEqualTo("GET /api/querySupervisionSystemData?centerName=c ");
        assertThat(platform.lastHeader("sign")).isNotNull();
    }

    @Test
    void metersAreReadByThePlatformAndReadingsTakenBack() {
        platform.answers(200, "{\"source\":\"MODBUS_TCP\",\"host\":\"h\",\"address\":0,\"age\":12}");
        Meters.NewSource wanted = new Meters.NewSource(
                "MODBUS_TCP",
                "h",
                null,
                null,
                "UINT16",
                null,
                "KWH",
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(client.meters().read("m", wanted).age()).isEqualTo(12);
        assertThat(platform.lastCall())
                .isEqualTo(
                        "PUT /platform/v1/monitoring/meters/m/source"
                                + " {\"address\":0,\"dataType\":\"UINT16\",\"host\":\"h\",\"source\":\"MODBUS_TCP\",\"unit\":\"KWH\"}");
        platform.answers(200, "{\"source\":\"NODE\",\"node\":\"11010800005020000001\",\"covers\":\"ALL\"}");
        Meters.NewSource node = Meters.NewSource.ofNode("11010800005020000001", "ALL", 30);
        assertThat(client.meters().read("m", node).covers()).isEqualTo("ALL");
        assertThat(platform.lastCall())
                .isEqualTo(
                        "PUT /platform/v1/monitoring/meters/m/source"
                                + " {\"covers\":\"ALL\",\"interval\":30,\"node\":\"11010800005020000001\",\"source\":\"NODE\"}");
        platform.answers(200, "{\"source\":\"MODBUS_TCP\",\"host\":\"h\",\"address\":0,\"age\":12}");
        assertThat(client.meters().source("m/1").failure()).isNull();
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/monitoring/meters/m%2F1/source ");
        assertThat(client.meters().pushed("m").host()).isEqualTo("h");
        assertThat(platform.lastCall()).startsWith("DELETE /platform/v1/monitoring/meters/m/source");
        platform.answers(200, "{\"at\":\"2026-11-29T08:00:00Z\",\"unit\":\"kWh\",\"failure\":\"gone\"}");
        assertThat(client.meters().probe("m").value()).isNull();
        assertThat(platform.lastCall()).startsWith("POST /platform/v1/monitoring/meters/m/source/probe");

        Instant eight = Instant.parse("2026-11-29T08:00:00Z");
        platform.answers(200, "{\"takenBack\":1}");
        assertThat(client.meters().takeBack("m", eight, eight, "mistyped")).isEqualTo(1);
        assertThat(platform.lastCall()).startsWith("DELETE /platform/v1/monitoring/meters/m/readings");
        assertThat(platform.lastQuery()).containsEntry("reason", "mistyped");
        platform.answers(200, """
            [{"at":"2026-11-29T08:00:00Z","value":1.5,"takenAt":"2026-11-29T08:00:00Z","takenBackBy":"admin"}]\
            """);
        assertThat(client.meters().shown("m", eight, eight))
                .singleElement()
                .satisfies(reading -> assertThat(reading.takenBackBy()).isEqualTo("admin"));
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/monitoring/meters/m/readings");
    }

    @Test
    void energyIsToldOfCentersAndJobs() {
        Instant eight = Instant.parse("2026-11-29T08:00:00Z");
        platform.answers(200, """
            [{"from":"2026-11-29T07:00:00Z","to":"2026-11-29T08:00:00Z","total":3.0,"jobs":1.5,"idle":0.5,"cooling":1.0,
            "whole":true,"estimated":false}]\
            """);
        assertThat(client.energy().ofCenter(7, eight.minusSeconds(3600), eight))
                .singleElement()
                .satisfies(hour -> assertThat(hour.carbon()).isNull());
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/monitoring/centers/7/energy?");
        platform.answers(200, "{\"jobId\":\"j\",\"energy\":1.5,\"whole\":true,\"estimated\":false}");
        assertThat(client.energy().ofJob("j").energy()).isEqualByComparingTo("1.5");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/jobs/j/energy ");
        platform.answers(200, "[{\"validFrom\":\"2026-11-29T08:00:00Z\",\"kgPerKwh\":0.57}]");
        assertThat(client.energy().say(7, new Energy.Factor(eight, new BigDecimal("0.57"))))
                .hasSize(1);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/monitoring/centers/7/carbon-factors"
                        + " {\"kgPerKwh\":0.57,\"validFrom\":\"2026-11-29T08:00:00Z\"}");
        assertThat(client.energy().factors(7)).hasSize(1);
    }

    @Test
    void whatACenterConsistsOfIsSaidAndWhatItDoesIsAsked() {
        platform.answers(200, "{\"centers\":[\"slurm\"],\"compute\":[]}");
        ReportedCenters.Sources sources = new ReportedCenters.Sources(List.of("slurm"), List.of());
        assertThat(client.reportedCenters().consistsOf(7, sources)).isEqualTo(sources);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/monitoring/centers/7/sources {\"centers\":[\"slurm\"],\"compute\":[]}");
        assertThat(client.reportedCenters().sources(7)).isEqualTo(sources);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/monitoring/centers/7/sources ");

        platform.answers(200, """
            {"code":200,"msg":"success","data":{"centerId":7,"centerName":"c","load":{"computingUtilization":62.5,
            "jobsRunning":3},"scale":{"total":{"cores":128},"schedulable":{}},"asOf":"2026-11-29 20:00:05","age":9,
            "partial":true,"sources":[{"kind":"CENTER","id":"slurm","answered":false,"reason":"gone","load":{},
            "scale":{"total":{},"schedulable":{}}}]}}\
            """);
        OperationalData.Data data = client.operationalData().of(7);
        assertThat(platform.lastCall()).isEqualTo("GET /api/queryOperationalData?centerId=7 ");
        assertThat(data.load().computingUtilization()).isEqualByComparingTo("62.5");
        assertThat(data.load().memoryUtilization()).isNull();
        assertThat(data.scale().total().cores()).isEqualByComparingTo("128");
        assertThat(data.sources().get(0).reason()).isEqualTo("gone");
        assertThat(data.sources().get(0).age()).isNull();
        client.operationalData().named("c");
        assertThat(platform.lastCall()).isEqualTo("GET /api/queryOperationalData?centerName=c ");
    }

    @Test
    void aRefusalHasItsNumberOfAnnexC() {
        platform.answers(400, "{\"code\":10005,\"msg\":\"projectName is missing.\"}");

        assertThatThrownBy(() -> client.projects().all())
                .isInstanceOfSatisfying(ComputilityException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("10005");
                    assertThat(refusal.getMessage()).contains("projectName");
                });
    }
}
