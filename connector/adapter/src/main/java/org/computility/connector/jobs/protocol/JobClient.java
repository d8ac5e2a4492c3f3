package org.computility.connector.jobs.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ResultFile;

/** A kind of runtime: the promises of {@link JobConnection} without its pool. Safe for use by several threads. */
public interface JobClient {

    /** As {@link JobConnection#submit}. */
    void submit(JobSpec job) throws RuntimeFailure;

    /** As {@link JobConnection#state}. */
    JobReport state(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#states}. */
    List<JobReport> states(List<String> jobIds) throws RuntimeFailure;

    /** As {@link JobConnection#cancel}. */
    void cancel(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#log}. */
    byte[] log(String jobId, long offset, int most) throws RuntimeFailure;

    /** As {@link JobConnection#results}. */
    List<ResultFile> results(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#result}. */
    void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException;

    /** As {@link JobConnection#forget}. */
    void forget(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#capacity}. */
    JobCapacity capacity() throws RuntimeFailure;
}
