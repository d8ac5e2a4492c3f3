package org.computility.operations.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Properties;
import org.computility.operations.OperationsDatabase;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the columns of both engines' tables that the room touches, typed and filled as the engines do. */
class DeadExecutionsTest {

    private StatelessSession session;
    private DeadExecutions dead;

    @BeforeEach
    void makeEngineTables() {
        session = OperationsDatabase.empty();
        dead = new DeadExecutions(new Orphans_(session), "test");
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
        long run = OperationsDatabase.add("a");
        OperationsDatabase.expireLeases();
        new Orphans_(session).claim("b", 1, 15);
        return run;
    }

    private void jbatch(long execution, String runAttempt) {
        insert(
                "INSERT INTO testexecutioninstancedata VALUES (?1, 'STARTED', NULL, NULL, NULL, ?2)",
                execution,
                serialized(parameters(runAttempt)));
        insert("INSERT INTO teststepexecutioninstancedata VALUES (?1, 'STARTED', NULL)", execution);
    }

    /** As read from the tables of WildFly 39: a line for each parameter. */
    private void jberet(long execution, String runAttempt) {
        StringBuilder text = new StringBuilder();
        parameters(runAttempt)
                .forEach((key, value) ->
                        text.append(key).append(" = ").append(value).append('\n'));
        insert("INSERT INTO job_execution VALUES (?1, 'STARTED', NULL, NULL, NULL, ?2)", execution, text.toString());
        insert("INSERT INTO step_execution VALUES (?1, 'STARTED', NULL)", execution);
    }

    private void insert(String sql, Object... values) {
        var insert = session.createNativeMutationQuery(sql);
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    private static Properties parameters(String runAttempt) {
        Properties parameters = new Properties();
        parameters.setProperty("planId", "3/1");
        parameters.setProperty("runId", "17");
        if (runAttempt != null) {
            parameters.setProperty("runAttempt", runAttempt);
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
        return session.createNativeQuery("SELECT batchstatus FROM " + table, String.class)
                .getResultList();
    }
}
