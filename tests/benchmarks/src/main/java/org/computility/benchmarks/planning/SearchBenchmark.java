package org.computility.benchmarks.planning;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
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
import org.computility.system.Workshop;

/**
 * How long searches of plans (T/BAX 0006.5 C.3, C.4) and instances (C.10, C.11) take among very many, over HTTP, each with its total: by an
 * administrator, who sees all, and by an operator of an organisation with a tenth of them.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; instances (1000000);
 * questions at once (1); seconds of warming up and of each measurement (5).
 */
public final class SearchBenchmark {

    private static final int LATER_PAGES = 200;
    private static final int PLANS_A_PAGE = 10;
    private static final int INSTANCES_A_PAGE = 50;
    private static final String PLANS = "ACSMP/Tasks/Search";
    private static final String INSTANCES = "ACSMP/TaskInstances/Search";
    private static final List<String> STATES = List.of("PENDING", "RUNNING", "PAUSED", "FINISHED", "ERROR");
    private static final DateTimeFormatter STANDARD = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final int plans;
    private final Visitor administrator;
    private final Visitor operator;
    private final List<Long> anyPlans;
    private final List<Long> ownPlans;
    private final int atOnce;
    private final int seconds;

    private SearchBenchmark(
            Platform platform, PlatformDatabase database, Workshop workshop, int instances, int atOnce, int seconds)
            throws Exception {
        this.atOnce = atOnce;
        this.seconds = seconds;
        plans = instances / InstanceRows.IN_A_PLAN;
        administrator = platform.asAdmin();
        operator = workshop.operator();
        long template = workshop.create(workshop.periodic(1));
        InstanceRows.fill(database, instances, workshop.account().organisationId(), template);
        anyPlans = database.numbers("select id from task_plan where name ~ ' \\d+$'");
        ownPlans = database.numbers("select id from task_plan where name ~ ' \\d+0$'");
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        PlatformDatabase database = new PlatformDatabase(Arrays.copyOfRange(arguments, 2, 5));
        try (Workshop workshop = new Workshop(platform, 1)) {
            SearchBenchmark benchmark = new SearchBenchmark(
                    platform,
                    database,
                    workshop,
                    Integer.parseInt(arguments.length > 5 ? arguments[5] : "1000000"),
                    Integer.parseInt(arguments.length > 6 ? arguments[6] : "1"),
                    Integer.parseInt(arguments.length > 7 ? arguments[7] : "5"));
            benchmark.measure("warming up");
            benchmark.measure("measured");
        }
        // The node's HTTP threads would hold the process.
        System.exit(0);
    }

    private void measure(String what) throws Exception {
        System.out.println(what);
        instances("all: ", administrator);
        plans("all: ", administrator);
        instances("own: ", operator);
        plans("own: ", operator);
        Times times = new Times();
        ask(times, "windows", () -> administrator.get("platform/v1/plans/" + anyPlan() + "/windows"));
        ask(times, "runs", () -> administrator.get("platform/v1/plans/" + anyPlan() + "/runs"));
        times.print();
    }

    private void instances(String whose, Visitor who) throws Exception {
        Times times = new Times();
        ask(times, whose + "instances", () -> instances(who, 1));
        ask(times, whose + "a later page", () -> instances(who, laterPage()));
        ask(times, whose + "by plan", () -> instances(who, 1, "TaskID", BigDecimal.valueOf(ownPlan())));
        ask(times, whose + "by state", () -> instances(who, 1, "Status", any(STATES)));
        ask(times, whose + "by state, later", () -> instances(who, laterPage(), "Status", any(STATES)));
        ask(times, whose + "common name", () -> instances(who, 1, "TaskName", InstanceRows.commonWord()));
        ask(times, whose + "rare name", () -> instances(who, 1, "TaskName", rareName()));
        ask(times, whose + "by device", () -> instances(who, device()));
        ask(times, whose + "by capability", () -> instances(who, capability()));
        ask(times, whose + "by time", () -> instances(who, period()));
        for (String sort : List.of("Priority", "Status", "CreatedDate", "TaskID")) {
            ask(times, whose + "by " + sort, () -> sorted(who, INSTANCES, INSTANCES_A_PAGE, sort, "desc"));
            ask(times, whose + "by " + sort + " asc", () -> sorted(who, INSTANCES, INSTANCES_A_PAGE, sort, "asc"));
        }
        times.print();
    }

    private void plans(String whose, Visitor who) throws Exception {
        Times times = new Times();
        ask(times, whose + "plans", () -> plans(who, 1));
        ask(times, whose + "plans, later", () -> plans(who, laterPage()));
        ask(times, whose + "plans ON", () -> plans(who, 1, "Status", "ON"));
        ask(times, whose + "inspections", () -> plans(who, 1, "Mode", "INSPECTIVE"));
        ask(times, whose + "common name", () -> plans(who, 1, "Name", InstanceRows.commonWord()));
        ask(times, whose + "rare name", () -> plans(who, 1, "Name", rareName()));
        ask(times, whose + "by device", () -> search(who, PLANS, 1, PLANS_A_PAGE, device()));
        ask(times, whose + "by capability", () -> search(who, PLANS, 1, PLANS_A_PAGE, capability()));
        ask(times, whose + "by time", () -> search(who, PLANS, 1, PLANS_A_PAGE, period()));
        for (String sort : List.of("Name", "LastModifiedDate")) {
            ask(times, whose + "by " + sort, () -> sorted(who, PLANS, PLANS_A_PAGE, sort, "asc"));
        }
        ask(times, whose + "a plan", () -> who.get("ACSMP/Tasks/" + ownPlan()).expect(200));
        times.print();
    }

    private void ask(Times times, String what, Supplier<?> question) throws Exception {
        Load.run(atOnce, seconds, thread -> times.time(what, question));
    }

    private static Object instances(Visitor who, int page, String... condition) {
        JsonObjectBuilder asked = Json.createObjectBuilder();
        if (condition.length > 0) {
            asked.add(condition[0], condition[1]);
        }
        return search(who, INSTANCES, page, INSTANCES_A_PAGE, asked);
    }

    private static Object instances(Visitor who, int page, String member, BigDecimal number) {
        return search(
                who,
                INSTANCES,
                page,
                INSTANCES_A_PAGE,
                Json.createObjectBuilder().add(member, number));
    }

    private static Object instances(Visitor who, JsonObjectBuilder asked) {
        return search(who, INSTANCES, 1, INSTANCES_A_PAGE, asked);
    }

    private static Object plans(Visitor who, int page, String... condition) {
        JsonObjectBuilder asked = Json.createObjectBuilder();
        if (condition.length > 0) {
            asked.add(condition[0], condition[1]);
        }
        return search(who, PLANS, page, PLANS_A_PAGE, asked);
    }

    private static Object search(Visitor who, String path, int page, int size, JsonObjectBuilder asked) {
        asked.add(
                "PageRequest",
                Json.createObjectBuilder().add("PageNumber", page).add("PageSize", size));
        return found(who, path, asked.build());
    }

    private static Object sorted(Visitor who, String path, int size, String by, String direction) {
        JsonObject order = Json.createObjectBuilder()
                .add("Property", by)
                .add("Direction", direction)
                .build();
        return found(
                who,
                path,
                Json.createObjectBuilder()
                        .add(
                                "PageRequest",
                                Json.createObjectBuilder()
                                        .add("PageNumber", 1)
                                        .add("PageSize", size)
                                        .add(
                                                "OrderList",
                                                Json.createArrayBuilder().add(order)))
                        .build());
    }

    private static Object found(Visitor who, String path, JsonObject asked) {
        return who.post(path, asked).expect(200);
    }

    private JsonObjectBuilder device() {
        return named("DeviceIDs", "camera-" + chance(InstanceRows.DEVICES));
    }

    private JsonObjectBuilder capability() {
        return named("AlgoDefCodes", "SEARCHED-" + chance(InstanceRows.CODES));
    }

    private static JsonObjectBuilder named(String member, String value) {
        return Json.createObjectBuilder().add(member, Json.createArrayBuilder().add(value));
    }

    /** From an hour to three weeks within the year of the plans. */
    private static JsonObjectBuilder period() {
        LocalDateTime begin = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).minusHours(1 + chance(340 * 24));
        return Json.createObjectBuilder()
                .add("CreateTimeFrom", STANDARD.format(begin))
                .add("CreateTimeTo", STANDARD.format(begin.plusHours(1L << chance(9))));
    }

    private long anyPlan() {
        return anyPlans.get(chance(anyPlans.size()));
    }

    private long ownPlan() {
        return ownPlans.get(chance(ownPlans.size()));
    }

    private String rareName() {
        return " " + 10 * (1 + chance(plans / 10));
    }

    private static int laterPage() {
        return 2 + chance(LATER_PAGES);
    }

    private static String any(List<String> of) {
        return of.get(chance(of.size()));
    }

    private static int chance(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }
}
