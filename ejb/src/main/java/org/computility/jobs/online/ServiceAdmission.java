package org.computility.jobs.online;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.identity.CurrentCaller;
import org.computility.identity.IssuedToken;
import org.computility.identity.KeyScope;
import org.computility.identity.tokens.KnownTokens;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.jobs.online.CallCounts.Called;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Unauthenticated;
import org.computility.shared.Unavailable;

/** Who may call a service, and where it is: whoever may see the job. What was found is good for a second. */
@ApplicationScoped
public class ServiceAdmission {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    @EJB
    JobRegister register;

    @Inject
    KnownTokens tokens;

    @Inject
    CurrentCaller caller;

    private final Cache<Asked, JobStory> seen =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUSTED).build();

    private final Cache<UUID, AtomicInteger> turns =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Asked(UUID jobId, UUID userId) {}

    /**
     * Admits a call. Whether a replica takes it, so that it counts, shows later.
     *
     * @param token what the caller shows; null: nothing
     * @param jobId the service's job
     * @throws Unauthenticated {@code token-missing} and what {@link KnownTokens#shown(String)} says
     * @throws org.computility.shared.Denied {@code scope-missing} for a key without the scope SERVICES
     * @throws NotFound {@code job-unknown}, {@code service-ended}
     * @throws Unavailable {@code service-not-ready} while no replica serves
     */
    public Admission admit(String token, UUID jobId) {
        if (token == null) {
            throw new Unauthenticated("token-missing", "Send the token in X-Auth-Token or as a bearer.");
        }
        IssuedToken shown = tokens.shown(token, KeyScope.SERVICES, true);
        UUID userId = shown.caller().accountId();
        JobStory story = Objects.requireNonNull(seen.get(new Asked(jobId, userId), same -> find(shown, jobId)));
        if (story.job().status().isEnded()) {
            throw new NotFound(
                    "service-ended",
                    new Member("id"),
                    "The service of {member} is " + story.job().status() + ".");
        }
        List<TaskFacts> replicas = story.tasks().stream()
                .filter(task -> task.serving() && task.endpoint() != null)
                .toList();
        if (replicas.isEmpty()) {
            throw new Unavailable("service-not-ready", "No replica of the service answers now.", AGAIN);
        }
        return new Admission(
                new Called(jobId, userId, nextOf(jobId, replicas).centerId()),
                replicas.stream().map(TaskFacts::endpoint).toList());
    }

    // As calls go to the replicas of a service: in turn.
    private TaskFacts nextOf(UUID jobId, List<TaskFacts> replicas) {
        AtomicInteger turn = Objects.requireNonNull(turns.get(jobId, first -> new AtomicInteger()));
        return replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
    }

    private JobStory find(IssuedToken shown, UUID jobId) {
        caller.set(shown);
        try {
            return register.story(jobId.toString(), JobKind.ONLINE);
        } finally {
            caller.forget();
        }
    }
}
