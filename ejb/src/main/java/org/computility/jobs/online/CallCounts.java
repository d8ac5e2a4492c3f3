package org.computility.jobs.online;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.computility.jobs.JobKind;
import org.computility.jobs.register.JobRegister;

/** Counts of calls of services, as they are kept. */
@Stateless
public class CallCounts {

    @EJB
    JobRegister register;

    @Inject
    ServiceCalls kept;

    @Inject
    Clock clock;

    /**
     * Who has called a service of the caller's how often; the calls of the last seconds may be missing.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}, also for a job that serves nobody
     */
    public JobCallsView of(String id) {
        String jobId = register.story(id, JobKind.ONLINE).job().id();
        List<JobCallsView.User> users =
                kept.of(UUID.fromString(jobId)).stream().map(ServiceCall::view).toList();
        return new JobCallsView(
                jobId, users.stream().mapToLong(JobCallsView.User::calls).sum(), users);
    }

    /** Adds calls; sorted, so that servers wait for each other in one order only. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void add(SortedMap<Called, Long> counts) {
        Instant now = clock.instant();
        counts.forEach((called, calls) -> kept.add(called.jobId(), called.userId(), calls, now));
    }

    /** A service and who called it. */
    public record Called(UUID jobId, UUID userId) implements Comparable<Called> {

        @Override
        public int compareTo(Called other) {
            int order = jobId.compareTo(other.jobId);
            return order == 0 ? userId.compareTo(other.userId) : order;
        }
    }
}
