package org.computility.connector.jobs.protocol.slurm;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.Answer;
import org.computility.connector.http.Exchange;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.http.Target;
import org.computility.connector.jobs.JobSpec;

/** The calls to a cluster's REST daemon. Each ends within the time-out. */
final class SlurmApi {

    /** The daemon itself waits ten seconds for its controller. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A list of 20,000 jobs has some 60 MB. */
    private static final int LARGEST_ANSWER = 256 << 20;

    private static final int NOT_FOUND = 404;

    /** Beyond the ids of jobs. */
    private static final long NO_ID = 4_294_967_200L;

    /** By the daemon's address; a daemon that does not know the path any more is asked again. */
    private static final Map<URI, ApiVersion> VERSIONS = new ConcurrentHashMap<>();

    private final RuntimeHttp http;
    private final SlurmAddress address;

    SlurmApi(RuntimeHttp http, SlurmAddress address) {
        this.http = http;
        this.address = address;
    }

    /** The jobs of all users that Slurm remembers. */
    List<SlurmJob> jobs() throws RuntimeFailure {
        return decoded(checked(get(version().list("jobs"))), Decoding::jobs);
    }

    /** Empty where Slurm does not remember it. */
    Optional<SlurmJob> job(long id) throws RuntimeFailure {
        Answer answer = get(version().one("job/" + id));
        JsonObject body = object(answer);
        Answers.Complaint complaint = Answers.complaint(body);
        if (complaint != null && Answers.NO_JOB.contains(complaint.number())) {
            return Optional.empty();
        }
        return decoded(checked(answer), Decoding::jobs).stream()
                .filter(job -> job.id() == id)
                .findFirst();
    }

    /** Slurm's id of the job. A job that has to wait for ever has one, too. */
    long submit(JobSpec job, Path folder) throws RuntimeFailure {
        ApiVersion version = version();
        String body = new Encoding(version)
                .submission(job, folder, address.partition())
                .toString();
        Answer answer = exchange().post(version.one("job/submit"), body);
        long id = decoded(
                object(answer), told -> Decoding.number(told.get("job_id")).orElse(0));
        if (id <= 0) {
            checked(answer);
            throw new RuntimeFailure(Reason.GARBLED, answer.about() + ": neither a job nor an error", null);
        }
        return id;
    }

    /** A job that has ended, or is not known, stays as it is. */
    void cancel(long id) throws RuntimeFailure {
        Answer answer = exchange().delete(version().one("job/" + id));
        Answers.Complaint complaint = Answers.complaint(object(answer));
        if (complaint == null || !Answers.NO_JOB.contains(complaint.number())) {
            checked(answer);
        }
    }

    List<SlurmNode> nodes() throws RuntimeFailure {
        return decoded(checked(get(version().list("nodes"))), Decoding::nodes);
    }

    /** Where jobs run: the address's, else the cluster's default; null where the cluster does not tell. */
    String partition() throws RuntimeFailure {
        return address.partition() != null
                ? address.partition()
                : decoded(checked(get(version().list("partitions"))), Decoding::defaultPartition)
                        .orElse(null);
    }

    private ApiVersion version() throws RuntimeFailure {
        ApiVersion known = VERSIONS.get(address.base());
        if (known == null) {
            known = decoded(object(get("/openapi/v3")), ApiVersion::of);
            VERSIONS.put(address.base(), known);
        }
        return known;
    }

    private Answer get(String path) throws RuntimeFailure {
        return exchange().get(path);
    }

    private JsonObject object(Answer answer) throws RuntimeFailure {
        if (answer.status() == NOT_FOUND) {
            VERSIONS.remove(address.base());
        }
        return Answers.object(answer);
    }

    private JsonObject checked(Answer answer) throws RuntimeFailure {
        JsonObject body = object(answer);
        Answers.Complaint complaint = Answers.complaint(body);
        if (complaint != null) {
            boolean token = complaint.number() == Answers.UNSPECIFIED && isControllerUp();
            Reason reason = token ? Reason.NOT_ACCEPTED : complaint.reason();
            throw new RuntimeFailure(reason, answer.about() + ": " + complaint.words(), null);
        }
        return body;
    }

    /** Only the answer to a cancel tells the two apart; the job is none that Slurm could have. */
    private boolean isControllerUp() throws RuntimeFailure {
        Answer answer = exchange().delete(version().one("job/" + NO_ID));
        Answers.Complaint complaint = Answers.complaint(object(answer));
        return complaint == null
                || complaint.number() == Answers.UNSPECIFIED
                || complaint.reason() != Reason.UNREACHABLE;
    }

    private <T> T decoded(JsonObject body, Function<JsonObject, T> reading) throws RuntimeFailure {
        try {
            return reading.apply(body);
        } catch (JsonException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            throw new RuntimeFailure(
                    Reason.GARBLED, address + " answered something else than asked: " + e.getMessage(), e);
        }
    }

    /** With a token of its own: it lasts for minutes, a connection for days. */
    private Exchange exchange() {
        Map<String, String> headers = Map.of(
                "X-SLURM-USER-NAME", address.user(),
                "X-SLURM-USER-TOKEN", Token.of(address.user(), address.key(), Instant.now()));
        return new Exchange(http, new Target(address.base(), headers, address.toString()), TIMEOUT, LARGEST_ANSWER);
    }
}
