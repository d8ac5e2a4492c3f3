package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the columns of both engines' tables that the room touches, typed and filled as the engines do. */
class DeadExecutionsTest {

    private DataSource database;
    private DeadExecutions dead;

    @BeforeEach
    void makeEngineTables() {
        database = OperationsDatabase.empty();
        dead = new DeadExecutions(database, "test");
        OperationsDatabase.execute("""
                CREATE TABLE testexecutioninstancedata (jobexecid bigint, batchstatus text, exitstatus text,
                    endtime timestamp, updatetime timestamp, parameters bytea);
                CREATE TABLE teststepexecutioninstancedata (jobexecid bigint, batchstatus text, endtime timestamp);
                CREATE TABLE job_execution (jobexecutionid bigint, batchstatus varchar(30), exitstatus varchar(512),
                    endtime timestamptz, lastupdatedtime timestamptz, jobparameters varchar(3000));
                CREATE TABLE step_execution (jobexecutionid bigint, batchstatus varchar(30), endtime timestamptz)""");
    }

    @AfterEach
    void dropEngineTables() {
        OperationsDatabase.execute("DROP TABLE IF EXISTS testexecutioninstancedata, teststepexecutioninstancedata,"
                + " job_execution, step_execution");
    }

    @Test
    void executionsOfADeadAttemptBecomeFailed() {
        long run = adoptedRun();
        jbatch(1, run + "/1");
        jberet(2, run + "/1");

        assertThat(dead.markFailed()).isEqualTo(2);

        assertThat(statuses("testexecutioninstancedata")).containsExactly("FAILED");
        assertThat(statuses("teststepexecutioninstancedata")).containsExactly("FAILED");
        assertThat(statuses("job_execution")).containsExactly("FAILED");
        assertThat(statuses("step_execution")).containsExactly("FAILED");
    }

    @Test
    void executionsOfTheLivingAttemptAreLeftAlone() {
        long run = adoptedRun();
        jbatch(1, run + "/2");
        jberet(2, run + "/2");

        assertThat(dead.markFailed()).isZero();
    }

    @Test
    void anExecutionWhoseRunHasEndedBecomesFailed() {
        long run = adoptedRun();
        OperationsDatabase.execute("UPDATE job_run SET status = 'COMPLETED', lease_until = NULL");
        jbatch(1, run + "/2");

        assertThat(dead.markFailed()).isEqualTo(1);
    }

    @Test
    void executionsOfOtherApplicationsAreLeftAlone() {
        jbatch(1, null);
        jberet(2, null);

        assertThat(dead.markFailed()).isZero();
    }

    @Test
    void aDatabaseWithoutEngineTablesIsNoError() {
        dropEngineTables();

        assertThat(dead.markFailed()).isZero();
    }

    private long adoptedRun() {
        Runs runs = new Runs(database, Duration.ofSeconds(15));
        long run = runs.add("run-inspection", Map.of(), null, "a");
        OperationsDatabase.execute("UPDATE job_run SET lease_until = now() - interval '1 hour'");
        runs.claimOrphans("b", 1);
        return run;
    }

    private void jbatch(long execution, String runAttempt) {
        new Sql(database)
                .update(
                        "INSERT INTO testexecutioninstancedata VALUES (?, 'STARTED', NULL, NULL, NULL, ?)",
                        execution,
                        serialized(parameters(runAttempt)));
        new Sql(database).update("INSERT INTO teststepexecutioninstancedata VALUES (?, 'STARTED', NULL)", execution);
    }

    /** As read from the tables of WildFly 39: a line for each parameter. */
    private void jberet(long execution, String runAttempt) {
        StringBuilder text = new StringBuilder();
        parameters(runAttempt)
                .forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
        new Sql(database)
                .update(
                        "INSERT INTO job_execution VALUES (?, 'STARTED', NULL, NULL, NULL, ?)",
                        execution,
                        text.toString());
        new Sql(database).update("INSERT INTO step_execution VALUES (?, 'STARTED', NULL)", execution);
    }

    private static Properties parameters(String runAttempt) {
        Properties parameters = new Properties();
        parameters.setProperty("planId", "3/1");
        parameters.setProperty("runId", "17");
        if (runAttempt != null) {
            parameters.setProperty(RunListener.RUN_ATTEMPT, runAttempt);
        }
        return parameters;
    }

    private static byte[] serialized(Properties parameters) {
        try (var bytes = new ByteArrayOutputStream();
                var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(parameters);
            objects.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> statuses(String table) {
        return new Sql(database).list("SELECT batchstatus FROM " + table, row -> row.getString(1));
    }
}
