package org.computility.results;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Denied;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.Rejected;
import org.computility.shared.database.Search;

/** Results of task instances: in from nodes, out to people. */
@Stateless
public class Results {

    private static final Role[] READERS = {
        Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR, Role.PROVIDER, Role.CONSUMER, Role.PLATFORM
    };

    @Inject
    private TaskResults results;

    @Inject
    private Sources sources;

    @EJB
    private ResultDays days;

    @Inject
    private Keepalives keepalives;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    /**
     * Takes a node's results in one statement; those that were taken before are counted, not stored twice. One result that
     * cannot be taken refuses the whole delivery and is named.
     */
    public Ingestion take(JsonArray delivered) {
        Caller device = caller.require(Role.DEVICE);
        if (device.computeCode() == null) {
            throw new Denied("token-not-registered", "Results are delivered with the token that Register returned.");
        }
        Instant now = clock.instant();
        List<ResultReport> reports = new ResultReader(device.computeCode(), now).read(delivered);
        Map<UUID, ResultSource> known =
                sources.of(reports.stream().map(ResultReport::instanceId).collect(Collectors.toSet()));
        for (int i = 0; i < reports.size(); i++) {
            ResultSource source = known.get(reports.get(i).instanceId());
            if (source == null || !source.organisationId().equals(device.organisationId())) {
                throw new Rejected(
                        "instance-invalid",
                        "results[" + i + "].taskInstanceId",
                        "There is no task instance " + reports.get(i).instanceId() + ".");
            }
        }
        Set<LocalDate> wanted =
                reports.stream().map(report -> TaskResult.day(report.time())).collect(Collectors.toSet());
        days.hold(wanted);
        wanted.forEach(days::open);
        int accepted = results.insert(reports, known, now);
        // Clause 7.3: any message shows that the node is alive.
        keepalives.heardFrom(device.computeCode());
        return new Ingestion(accepted, reports.size() - accepted);
    }

    /** One page of the organisation's results. */
    public Page<ResultView> search(ResultSearch search) {
        Caller reader = caller.require(READERS);
        Search<TaskResult> found = results.search(search, scope(reader));
        narrow(found, search.instance());
        return results.page(found, search.ascending(), search.page()).map(TaskResult::view);
    }

    /** One result, or 404 {@code result-unknown}. */
    public ResultView get(String id) {
        Caller reader = caller.require(READERS);
        return results.find(uuid(id), scope(reader))
                .map(TaskResult::view)
                .orElseThrow(() -> new NotFound("result-unknown", "id", "There is no result " + id + "."));
    }

    /** The JPEG of a result, or 404 when it has none. */
    public byte[] image(String id) {
        ResultView result = get(id);
        return results.image(result.id())
                .orElseThrow(() -> new NotFound("image-unknown", "id", "Result " + id + " has no image."));
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
            try {
                found.equal(TaskResult_.instanceId, UUID.fromString(instance));
            } catch (IllegalArgumentException e) {
                throw new Rejected("member-invalid", "instanceId", "instanceId is a UUID or a number.");
            }
        }
    }

    private static UUID scope(Caller reader) {
        return reader.is(Role.ADMINISTRATOR) ? null : reader.organisationId();
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("result-unknown", "id", "There is no result " + id + ".");
        }
    }
}
