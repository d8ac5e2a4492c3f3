package org.computility.jobs.online;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.ServiceCalled;
import org.computility.jobs.register.JobDirectory;
import org.computility.jobs.register.JobRegister;

/** Counts of calls of services, as they are kept. */
@Stateless
public class CallCounts {

    /** Nobody sends a batch again for so long. */
    private static final Duration SENT_AGAIN = Duration.ofDays(7);

    @EJB
    JobRegister register;

    @EJB
    JobDirectory directory;

    @Inject
    ServiceCalls kept;

    @Inject
    Event<ServiceCalled> told;

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

    /**
     * Adds calls, once: a batch of a writer that was kept already changes nothing, nor does one with a smaller number. Servers wait
     * for each other in one order only: first for the callers' rows, then for what hears of services, which hears of each once at
     * each center; both are sorted.
     *
     * @param batch from 1 on, each one more than the one before
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void add(UUID writer, long batch, SortedMap<Called, Long> counts) {
        Instant now = clock.instant();
        if (kept.take(writer, batch, now) == 0) {
            return;
        }
        if (batch == 1) {
            kept.forget(now.minus(SENT_AGAIN));
        }
        SortedMap<Served, Long> sums = new TreeMap<>();
        counts.forEach((called, calls) -> {
            kept.add(called.jobId(), called.userId(), calls, now);
            sums.merge(new Served(called.jobId(), called.centerId()), calls, Long::sum);
        });
        sums.forEach((served, calls) ->
                directory.job(served.jobId()).ifPresent(job -> told.fire(newsOf(served, job, calls, now))));
    }

    private static ServiceCalled newsOf(Served served, JobFacts job, long calls, Instant now) {
        return new ServiceCalled(
                served.jobId(), served.centerId(), job.spec().id(), job.userId(), job.organisationId(), calls, now);
    }

    /** A service at a center. */
    private record Served(UUID jobId, String centerId) implements Comparable<Served> {

        private static final Comparator<Served> ORDER =
                Comparator.comparing(Served::jobId).thenComparing(Served::centerId);

        @Override
        public int compareTo(Served other) {
            return ORDER.compare(this, other);
        }
    }

    /** A service, who called it, and at which center. */
    public record Called(UUID jobId, UUID userId, String centerId) implements Comparable<Called> {

        private static final Comparator<Called> ORDER = Comparator.comparing(Called::jobId)
                .thenComparing(Called::userId)
                .thenComparing(Called::centerId);

        @Override
        public int compareTo(Called other) {
            return ORDER.compare(this, other);
        }
    }
}
