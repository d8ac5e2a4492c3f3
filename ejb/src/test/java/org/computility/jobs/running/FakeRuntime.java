package org.computility.jobs.running;

import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobReport;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.ResultFile;
import org.computility.connector.jobs.ResultTaker;
import org.computility.connector.jobs.ServiceEndpoint;

/** A center in memory, which may be away, or die in the middle of a call. */
final class FakeRuntime implements JobConnection {

    private final Clock clock;
    private final Map<String, JobReport> jobs = new HashMap<>();
    /** Ids in the order in which they began, each once. */
    final List<String> begun = new ArrayList<>();

    /** Ids that the center makes no sense about. */
    final Set<String> garbled = new HashSet<>();

    /** How many were told to end together, by call. */
    final List<Integer> cancels = new ArrayList<>();

    boolean away;
    boolean refuses;

    /** Why it takes nothing now; null: it takes all. */
    String full;

    /** No job reads data sets there. */
    boolean withoutData;
    /** Where its jobs serve; 0: nowhere. */
    int servicePort;
    /** The next call is done, and then the caller dies. */
    boolean callerDiesAfterNext;
    /** What happens while the center works on a submission. */
    Runnable meanwhile = () -> {};
    /** What happens between its look at its jobs and its answer. */
    Runnable looked = () -> {};

    FakeRuntime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void submit(JobSpec job) throws RuntimeFailure {
        check(job.jobId());
        if (full != null) {
            throw new RuntimeFailure(Reason.UNREACHABLE, full, null);
        }
        if (refuses) {
            throw new RuntimeFailure(Reason.REFUSED, "no sandbox", null);
        }
        if (!jobs.containsKey(job.jobId())) {
            begun.add(job.jobId());
            meanwhile.run();
            put(job.jobId(), JobState.RUNNING, null);
        }
        die();
    }

    @Override
    public JobReport state(String jobId) throws RuntimeFailure {
        check(jobId);
        return jobs.getOrDefault(jobId, new JobReport(jobId, JobState.LOST, null, "not known", null, null));
    }

    @Override
    public List<JobReport> states(List<String> jobIds) throws RuntimeFailure {
        List<JobReport> reports = new ArrayList<>();
        for (String jobId : jobIds) {
            reports.add(state(jobId));
        }
        looked.run();
        return reports;
    }

    @Override
    public void cancel(List<String> jobIds) throws RuntimeFailure {
        cancels.add(jobIds.size());
        JobConnection.super.cancel(jobIds);
    }

    @Override
    public void cancel(String jobId) throws RuntimeFailure {
        check(jobId);
        if (jobs.containsKey(jobId) && !jobs.get(jobId).state().isFinal()) {
            put(jobId, JobState.CANCELLED, null);
        }
        die();
    }

    @Override
    public void forget(String jobId) throws RuntimeFailure {
        check(jobId);
        if (running().contains(jobId)) {
            throw new RuntimeFailure(Reason.REFUSED, "it runs", null);
        }
        jobs.remove(jobId);
        die();
    }

    /** The job ends by itself. */
    void end(String jobId, int exitStatus) {
        put(jobId, exitStatus == 0 ? JobState.COMPLETED : JobState.FAILED, exitStatus);
    }

    /** The center knows nothing of it any more. */
    void lose(String jobId) {
        jobs.remove(jobId);
    }

    JobReport reportOf(String jobId) {
        return jobs.get(jobId);
    }

    boolean knows(String jobId) {
        return jobs.containsKey(jobId);
    }

    List<String> running() {
        return jobs.values().stream()
                .filter(job -> job.state() == JobState.RUNNING)
                .map(JobReport::jobId)
                .sorted()
                .toList();
    }

    private void put(String jobId, JobState state, Integer exitStatus) {
        JobReport before = jobs.get(jobId);
        jobs.put(
                jobId,
                new JobReport(
                        jobId,
                        state,
                        exitStatus,
                        state == JobState.FAILED ? "ended with exit status " + exitStatus : null,
                        before == null ? clock.instant() : before.startedAt(),
                        state.isFinal() ? clock.instant() : null));
    }

    private void check(String jobId) throws RuntimeFailure {
        check();
        if (garbled.contains(jobId)) {
            throw new RuntimeFailure(Reason.GARBLED, "no sense", null);
        }
    }

    private void check() throws RuntimeFailure {
        if (away) {
            throw new RuntimeFailure(Reason.UNREACHABLE, "nobody answers", null);
        }
    }

    private void die() {
        if (callerDiesAfterNext) {
            callerDiesAfterNext = false;
            throw new AssertionError("killed");
        }
    }

    @Override
    public byte[] log(String jobId, long offset, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ResultFile> results(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void result(String jobId, String name, long most, OutputStream to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void results(String jobId, List<String> names, ResultTaker to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ServiceEndpoint> endpoint(String jobId) throws RuntimeFailure {
        boolean runs = state(jobId).state() == JobState.RUNNING;
        return Optional.of(new ServiceEndpoint("127.0.0.1", servicePort)).filter(there -> runs && servicePort > 0);
    }

    @Override
    public JobCapacity capacity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
