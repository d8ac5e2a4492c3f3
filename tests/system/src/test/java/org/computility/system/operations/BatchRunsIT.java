package org.computility.system.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The batch runs of real inspections. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchRunsIT {

    private static final String RUNS = "platform/v1/batch/runs";
    private static final String JOB = "run-inspection";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Platform platform;
    private Workshop workshop;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        workshop = new Workshop(platform, 20);
        workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void stopsARunAndRestartsItUnderItsNumber() {
        long plan = inspect();
        JsonObject begun = runOf(plan);
        String path = path(begun);
        assertThat(begun.getString("jobName")).isEqualTo(JOB);
        assertThat(begun.getString("organisationId"))
                .isEqualTo(workshop.account().organisationId());
        assertThat(begun.getInt("attempt")).isEqualTo(1);
        assertThat(begun.containsKey("endedAt")).isFalse();
        refused(operator().post(path + "/restart"), 409, "run-not-restartable");
        assertThat(run(path).getInt("attempt")).isEqualTo(1);

        assertThat(operator().post(path + "/stop").expect(200).json().getString("status"))
                .isIn("STOPPING", "STOPPED");
        awaitStatus(path, "STOPPED");
        assertThat(Instant.parse(run(path).getString("endedAt")))
                .isAfterOrEqualTo(Instant.parse(run(path).getString("startedAt")));
        assertThat(workshop.node().running()).isZero();
        refused(operator().post(path + "/stop"), 409, "run-not-running");

        JsonObject again = operator().post(path + "/restart").expect(200).json();
        assertThat(again.getJsonNumber("id")).isEqualTo(begun.getJsonNumber("id"));
        assertThat(again.getInt("attempt")).isEqualTo(2);
        awaitStatus(path, "STARTED");
        await().atMost(PATIENCE).until(() -> workshop.node().running() == 2);

        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        await().atMost(PATIENCE)
                .until(() -> List.of("STOPPED", "COMPLETED").contains(run(path).getString("status")));
        assertThat(operator().post(path + "/restart").status()).isEqualTo(409);
        assertThat(run(path).getInt("attempt")).isEqualTo(2);
        assertThat(workshop.node().running()).isZero();
    }

    @Test
    void listsPageByPageTheNewestFirst() {
        try (Workshop own = new Workshop(platform, 20)) {
            own.load(1);
            for (int i = 0; i < 3; i++) {
                long plan = own.create(own.inspective(1, 1, 600, 1));
                own.operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
                own.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
            }
            JsonObject first = list(own.operator(), "?pageSize=2");
            JsonObject second = list(own.operator(), "?pageSize=2&page=2");
            assertThat(first.getInt("total")).isEqualTo(3);
            assertThat(first.getInt("page")).isEqualTo(1);
            assertThat(first.getInt("pageSize")).isEqualTo(2);
            assertThat(second.getInt("page")).isEqualTo(2);
            List<Long> all = ids(first);
            assertThat(all).hasSize(2);
            assertThat(ids(second)).hasSize(1);
            all.addAll(ids(second));
            assertThat(all).isEqualTo(ids(list(own.operator(), ""))).doesNotHaveDuplicates();
            assertThat(all).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            assertThat(list(own.operator(), "?page=3&pageSize=2").getJsonArray("items"))
                    .isEmpty();
        }
    }

    @InTurn
    @Test
    void findsByJobStatusAndTime() {
        long plan = inspect();
        JsonObject run = runOf(plan);
        long id = run.getJsonNumber("id").longValue();
        Instant created = Instant.parse(run.getString("createdAt"));
        assertThat(ids(list(operator(), "?jobName=" + JOB + "&status=STARTED"))).contains(id);
        assertThat(ids(list(operator(), "?from=" + created + "&to=" + created.plusSeconds(1))))
                .contains(id);
        assertThat(ids(list(operator(), "?to=" + created))).doesNotContain(id);
        assertThat(ids(list(operator(), "?from=" + created.plusSeconds(1)))).doesNotContain(id);
        assertThat(ids(list(operator(), "?status=FAILED"))).doesNotContain(id);
        assertThat(list(operator(), "?jobName=no-such-job").getInt("total")).isZero();
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    @InTurn
    @Test
    void refusesABadListAndNamesTheParameter() {
        badList("page=0", "page-number-invalid", "page");
        badList("page=-1", "page-number-invalid", "page");
        badList("page=one", "member-type", "page");
        badList("page=10001&pageSize=1", "page-number-invalid", "page");
        badList("pageSize=0", "page-size-invalid", "pageSize");
        badList("pageSize=1001", "page-size-invalid", "pageSize");
        badList("pageSize=many", "member-type", "pageSize");
        badList("status=BUSY", "member-invalid", "status");
        badList("from=yesterday", "member-type", "from");
        badList("to=2026-13-01", "member-type", "to");
    }

    @InTurn
    @Test
    void refusesARunThatIsNotThere() {
        for (String unknown : List.of("999999999999", "-1", "nobody")) {
            String path = RUNS + "/" + unknown;
            refused(operator().get(path), 404, "run-unknown");
            refused(operator().post(path + "/stop"), 404, "run-unknown");
            refused(operator().post(path + "/restart"), 404, "run-unknown");
        }
    }

    @InTurn
    @Test
    void showsARunToItsOrganisationOnlyAndChangesItForOperatorsOnly() {
        long plan = inspect();
        JsonObject begun = runOf(plan);
        String path = path(begun);

        refused(platform.anonymous().get(RUNS), 401, "token-missing");
        refused(platform.anonymous().get(path), 401, "token-missing");
        refused(platform.anonymous().post(path + "/stop"), 401, "token-missing");
        refused(platform.anonymous().post(path + "/restart"), 401, "token-missing");
        Visitor auditor = visitor(workshop.account().organisationId(), "AUDITOR");
        assertThat(auditor.get(path).expect(200).json().getJsonNumber("id")).isEqualTo(begun.getJsonNumber("id"));
        assertThat(ids(list(auditor, ""))).contains(begun.getJsonNumber("id").longValue());
        refused(auditor.post(path + "/stop"), 403, "role-missing");
        refused(auditor.post(path + "/restart"), 403, "role-missing");
        refused(platform.as(workshop.nodeToken()).get(RUNS), 403, "role-missing");
        Visitor elsewhere = visitor(platform.freshOrganisation(), "OPERATOR");
        refused(elsewhere.get(path), 404, "run-unknown");
        refused(elsewhere.post(path + "/stop"), 404, "run-unknown");
        assertThat(list(elsewhere, "").getInt("total")).isZero();

        JsonObject still = run(path);
        assertThat(still.getString("status")).isEqualTo("STARTED");
        assertThat(still.getInt("attempt")).isEqualTo(1);
        assertThat(workshop.plan(plan).getString("Status")).isEqualTo("ON");
        platform.asAdmin().post(path + "/stop").expect(200);
        awaitStatus(path, "STOPPED");
        operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private Visitor visitor(String organisation, String role) {
        Platform.Account account = platform.account(organisation, role);
        return platform.as(platform.login(account.username(), account.password()));
    }

    /** A plan of which two instances run. */
    private long inspect() {
        long plan = workshop.create(workshop.inspective(4, 2, 600, 1));
        operator().post("ACSMP/Tasks/" + plan + "/Start").dataValue();
        await().atMost(PATIENCE).until(() -> workshop.node().running() == 2);
        return plan;
    }

    private JsonObject runOf(long plan) {
        JsonObject found =
                list(operator(), "?jobName=" + JOB).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(run -> run.getJsonObject("parameters")
                                .getString("planId")
                                .equals("" + plan))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), runs -> {
                            assertThat(runs).hasSize(1);
                            return runs.get(0);
                        }));
        awaitStatus(path(found), "STARTED");
        return run(path(found));
    }

    private JsonObject run(String path) {
        return operator().get(path).expect(200).json();
    }

    private void awaitStatus(String path, String status) {
        await().atMost(PATIENCE).until(() -> run(path).getString("status").equals(status));
    }

    private void badList(String query, String code, String member) {
        Answer answer = operator().get(RUNS + "?" + query);
        refused(answer, 400, code);
        assertThat(answer.json().getString("member")).isEqualTo(member);
        assertThat(answer.message()).contains(member);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    private static JsonObject list(Visitor visitor, String query) {
        return visitor.get(RUNS + query).expect(200).json();
    }

    private static List<Long> ids(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(run -> run.getJsonNumber("id").longValue())
                .collect(Collectors.toList());
    }

    private static String path(JsonObject run) {
        return RUNS + "/" + run.getJsonNumber("id");
    }
}
