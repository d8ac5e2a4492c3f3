package org.computility.connector.jobs.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.connector.jobs.ServiceEndpoint;

/** A kind of runtime: the promises of {@link JobConnection} without its pool. Safe for use by several threads. */
public interface JobClient {

    /** As {@link JobConnection#submit}. */
    void submit(JobSpec job) throws RuntimeFailure;

    /** As {@link JobConnection#state}. */
    JobReport state(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#states}. */
    List<JobReport> states(List<String> jobIds) throws RuntimeFailure;

    /** As {@link JobConnection#cancel(String)}. */
    void cancel(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#cancel(List)}. */
    default void cancel(List<String> jobIds) throws RuntimeFailure {
        for (String jobId : jobIds) {
            cancel(jobId);
        }
    }

    /** As {@link JobConnection#log}. */
    byte[] log(String jobId, long offset, int most) throws RuntimeFailure;

    /** As {@link JobConnection#results(String)}. */
    List<ResultFile> results(String jobId) throws RuntimeFailure;

    /** As {@link JobConnection#result}. */
    void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException;

    /** As {@link JobConnection#results(String, List, ResultTaker)}. */
    void results(String jobId, List<String> names, ResultTaker to) throws RuntimeFailure, IOException;

    /** As {@link JobConnection#forget}. */
    void forget(String jobId) throws RuntimeFailure;

    /** Whether it runs jobs that serve. */
    default boolean runsServices() {
        return false;
    }

    /** As {@link JobConnection#endpoint}; asked only where {@link #runsServices}. */
    default Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure {
        return Optional.empty();
    }

    /** As {@link JobConnection#capacity}. */
    JobCapacity capacity() throws RuntimeFailure;
}
