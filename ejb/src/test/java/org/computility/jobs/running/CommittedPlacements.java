package org.computility.jobs.running;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.jobs.register.JobPlacements;
import org.computility.shared.database.TestSessions;

/** Each story in a transaction of its own, as on a server; those that place jobs are counted. */
class CommittedPlacements extends JobPlacements {

    /** Transactions that placed jobs, and committed. */
    int placings;
    /** Jobs that were written in them, or were left out as they had changed. */
    int jobs;

    private final JobPlacements doors;
    private final TestSessions sessions;

    CommittedPlacements(JobPlacements doors, TestSessions sessions) {
        this.doors = doors;
        this.sessions = sessions;
    }

    /** Runs at the end of each transaction that places jobs together. */
    void beforeCommit() {}

    @Override
    public Waiting waiting(Instant silentSince, int most, UUID after) {
        return sessions.commit(() -> doors.waiting(silentSince, most, after));
    }

    @Override
    public Map<String, Set<String>> dataSetsByCenter(Collection<String> dataSets) {
        return sessions.commit(() -> doors.dataSetsByCenter(dataSets));
    }

    @Override
    public List<LiveAttempt> live() {
        return sessions.commit(doors::live);
    }

    @Override
    public List<LiveAttempt> endedSince(Instant since) {
        return sessions.commit(() -> doors.endedSince(since));
    }

    @Override
    public boolean place(ChosenJob chosen, Instant silentSince) {
        return counted(1, () -> doors.place(chosen, silentSince));
    }

    @Override
    public List<ChosenJob> placeTogether(List<ChosenJob> chosen, Instant silentSince) {
        List<ChosenJob> busy = counted(chosen.size(), () -> {
            List<ChosenJob> left = doors.placeTogether(chosen, silentSince);
            beforeCommit();
            return left;
        });
        jobs -= busy.size();
        return busy;
    }

    @Override
    public boolean reclaim(UUID jobId, String why) {
        return sessions.commit(() -> doors.reclaim(jobId, why));
    }

    private <T> T counted(int some, Supplier<T> story) {
        T result = sessions.commit(story);
        placings++;
        jobs += some;
        return result;
    }
}
