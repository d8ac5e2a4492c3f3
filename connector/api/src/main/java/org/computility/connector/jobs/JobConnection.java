package org.computility.connector.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;

/**
 * A conversation with one job runtime. Every method may be repeated, on any server, and throws {@link RuntimeFailure}
 * instead of answering {@code null}. Jobs do not depend on the server's process: they run on while it is dead, and
 * their ends can be read afterwards.
 */
public interface JobConnection extends AutoCloseable {

    /** The most bytes of a log that one call answers. */
    int LOG_CHUNK = 1 << 20;

    /**
     * Hands a job over. A job whose id the runtime knows is left as it is, whatever the rest says: an id is run once.
     * Whoever does not learn whether a submit succeeded submits again.
     *
     * @throws RuntimeFailure REFUSED with the member at fault, or where the runtime cannot run jobs safely, or runs no services
     *     and the job is one
     */
    void submit(JobSpec job) throws RuntimeFailure;

    /** Where the job stands; LOST where the runtime does not know it. */
    JobReport state(String jobId) throws RuntimeFailure;

    /**
     * One report for each of these jobs, in their order, asked of the runtime at once. A job of which the runtime tells in no way that
     * makes sense, or that runs where nobody sees it now, is left out, and hides none of the others.
     */
    List<JobReport> states(List<String> jobIds) throws RuntimeFailure;

    /**
     * Ends the job with all its processes: they are told to end (TERM), and killed when its grace is over. It runs until then: its
     * state tells. Repeated, it gives no second grace. A job that has ended, or is not known, stays as it is.
     */
    void cancel(String jobId) throws RuntimeFailure;

    /**
     * Ends several jobs, each as {@link #cancel(String)} does; the runtime is asked for them at once where it can be. Where this throws,
     * some of them may not have been told.
     */
    default void cancel(List<String> jobIds) throws RuntimeFailure {
        for (String jobId : jobIds) {
            cancel(jobId);
        }
    }

    /**
     * What the job has printed, both outputs together, as bytes: a job may print anything.
     *
     * @param offset the byte to begin with; behind the end there is nothing, which is no failure
     * @param most at most so many bytes, and never more than {@link #LOG_CHUNK}
     */
    byte[] log(String jobId, long offset, int most) throws RuntimeFailure;

    /** The ordinary files in the work folder of a job that has ended, sorted by name. */
    List<ResultFile> results(String jobId) throws RuntimeFailure;

    /**
     * Copies one result of a job that has ended.
     *
     * @param most a larger file is refused before its first byte
     * @throws RuntimeFailure REFUSED also for names that lead anywhere else than to an ordinary file of the job
     * @throws IOException from {@code to}, or when reading breaks off
     */
    void result(String jobId, String name, long most, OutputStream to) throws RuntimeFailure, IOException;

    /**
     * Copies several results of a job that has ended, in this order: the runtime is asked for the job once.
     *
     * @throws RuntimeFailure REFUSED as {@link #result}
     * @throws IOException from where they go, or when reading breaks off
     */
    void results(String jobId, List<String> names, ResultTaker to) throws RuntimeFailure, IOException;

    /** Removes an ended job with all it left; the runtime does not know it any more. Unknown jobs are ignored. */
    void forget(String jobId) throws RuntimeFailure;

    /**
     * Where the platform reaches the service of a job; empty where the job does not run, or serves nobody, or its door is not
     * open yet. It stays the same while the job runs.
     */
    Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure;

    /** What the runtime has, and what of it is free. */
    JobCapacity capacity() throws RuntimeFailure;

    @Override
    void close() throws RuntimeFailure;
}
