package org.computility.results;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.results.ResultsTaken.Taken;
import org.computility.results.TaskResults.Added;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;
import org.computility.shared.database.Search;
import org.computility.shared.space.DiskSpace;

/** Results of task instances: in from nodes, out to people. */
@Stateless
public class Results {

    private static final Member ID = new Member("id");

    @Inject
    private TaskResults results;

    @Inject
    private Sources sources;

    @EJB
    private ResultDays days;

    @Inject
    private DiskSpace space;

    @Inject
    private Event<ResultsTaken> taken;

    @Inject
    private Keepalives keepalives;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    /**
     * Takes a node's results in one statement; results that were taken before are counted, not stored twice. One result
     * that cannot be taken refuses the whole delivery; the refusal names it. A result from a clock that is wrong is stored
     * with the moment of its receipt as its time. Pictures are refused (507) while the disk is short of room.
     */
    public Ingestion take(List<FoundResult> delivered) {
        Caller device = caller.require(Role.DEVICE);
        if (device.computeCode() == null) {
            throw new Denied("token-not-registered", "Results are delivered with the token that Register returned.");
        }
        Instant now = clock.instant();
        List<FoundResult> good = new ResultRules(device.computeCode(), now).checked(delivered);
        Map<UUID, ResultSource> known =
                sources.of(delivered.stream().map(FoundResult::taskInstanceId).collect(Collectors.toSet()));
        checkSources(delivered, known, device);
        if (good.stream().anyMatch(result -> result.image() != null)) {
            space.require(0);
        }
        List<FoundResult> fresh = withoutRepeated(good, now);
        Set<LocalDate> wanted =
                fresh.stream().map(result -> TaskResult.day(result.time())).collect(Collectors.toSet());
        days.hold(wanted).forEach(days::open);
        List<Added> added = results.insert(fresh, known, now);
        tellFollowers(added, fresh, device.organisationId());
        // Clause 7.3: any message shows that the node is alive.
        keepalives.heardFrom(device.computeCode());
        int accepted = (int) added.get(0).number();
        return new Ingestion(accepted, delivered.size() - accepted);
    }

    /** One page of the organisation's results. */
    public Page<ResultView> search(ResultSearch search) {
        Caller reader = caller.require(Role.READERS);
        Search<TaskResult> found = results.search(search, reader.scope());
        narrow(found, search.instance());
        return results.page(found, search.ascending(), search.page()).map(TaskResult::view);
    }

    /** One result, or 404 {@code result-unknown}. */
    public ResultView get(String id) {
        Caller reader = caller.require(Role.READERS);
        return UuidText.read(id)
                .flatMap(uuid -> results.find(uuid, reader.scope()))
                .map(TaskResult::view)
                .orElseThrow(() -> unknown(id));
    }

    /** The JPEG of a result, or 404 when it has none. */
    public byte[] image(String id) {
        ResultView result = get(id);
        return results.image(result.id())
                .orElseThrow(() -> new NotFound("image-unknown", ID, "Result " + id + " has no image."));
    }

    private void tellFollowers(List<Added> added, List<FoundResult> fresh, UUID organisationId) {
        Set<UUID> followed =
                added.stream().map(Added::followed).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!followed.isEmpty()) {
            taken.fire(new ResultsTaken(
                    organisationId,
                    fresh.stream()
                            .filter(result -> followed.contains(result.id()))
                            .map(Results::taken)
                            .toList()));
        }
    }

    private static Taken taken(FoundResult result) {
        return new Taken(
                TaskResult.day(result.time()),
                result.id(),
                result.taskInstanceId(),
                result.algoDefCode(),
                result.time(),
                result.sequence());
    }

    /** The key of the results, day and ID, does not show that one was dated by its receipt yesterday. */
    private List<FoundResult> withoutRepeated(List<FoundResult> good, Instant now) {
        UUID[] redated = good.stream()
                .filter(result -> result.time().equals(now))
                .map(FoundResult::id)
                .toArray(UUID[]::new);
        if (redated.length == 0) {
            return good;
        }
        Set<UUID> stored = Set.copyOf(results.storedSince(TaskResult.day(now).minusDays(1), redated));
        return good.stream().filter(result -> !stored.contains(result.id())).toList();
    }

    private static void checkSources(List<FoundResult> delivered, Map<UUID, ResultSource> known, Caller device) {
        for (int i = 0; i < delivered.size(); i++) {
            UUID instance = delivered.get(i).taskInstanceId();
            ResultSource source = known.get(instance);
            if (source == null || !source.organisationId().equals(device.organisationId())) {
                throw new Rejected(
                        "instance-invalid",
                        new Member("results[" + i + "].taskInstanceId"),
                        "There is no task instance " + instance + ".");
            }
        }
    }

    private static void narrow(Search<TaskResult> found, String instance) {
        if (instance == null || instance.isEmpty()) {
            return;
        }
        if (instance.matches("\\d{1,18}")) {
            found.among(
                    TaskResult_.instanceId,
                    Source.class,
                    Source_.instanceId,
                    (b, source) -> b.equal(source.get(Source_.instanceNumber), Long.valueOf(instance)));
        } else {
            found.equal(
                    TaskResult_.instanceId,
                    UuidText.read(instance)
                            .orElseThrow(() -> new Rejected(
                                    "member-invalid", new Member("instanceId"), "{member} is a UUID or a number.")));
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("result-unknown", ID, "There is no result " + id + ".");
    }
}
