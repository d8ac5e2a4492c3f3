package org.computility.shared.rest.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.computility.shared.BusinessFailure;
import org.computility.shared.database.Collision;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.database.outage.Outage;
import org.computility.shared.space.DiskSpace;
import org.computility.shared.space.FullDisk;

/**
 * Turns an exception into a refusal. An unforeseen exception is logged under the request's number and answered without
 * detail.
 */
@ApplicationScoped
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private static final int INTERNAL = 500;
    private static final int LATE = 408;

    static final Map<Integer, Failure> PROTOCOL = Map.of(
            400, new Failure(400, "request-invalid", "The request cannot be read."),
            404, new Failure(404, "path-unknown", "There is nothing at this path."),
            405, new Failure(405, "method-not-allowed", "This path does not take this method."),
            406, new Failure(406, "not-acceptable", "The answer is not available in a type that Accept names."),
            408, new Failure(408, "body-late", "The body did not arrive in time."),
            413, new Failure(413, "body-too-large", "The body is too large."),
            415, new Failure(415, "media-type-unsupported", "Send the body as the type that the API documents."));

    @Inject
    DatabaseState database;

    Failure of(Throwable thrown, Family family, String requestId, boolean answering) {
        Optional<BusinessFailure> refusal = within(thrown, BusinessFailure.class);
        if (refusal.isPresent()) {
            return Failure.of(refusal.get(), family);
        }
        Optional<ConstraintViolationException> violations = within(thrown, ConstraintViolationException.class);
        if (violations.isPresent()) {
            return violated(violations.get());
        }
        if (isLate(thrown)) {
            return byProtocol(LATE);
        }
        boolean json = within(thrown, JsonbException.class).isPresent()
                || within(thrown, JsonException.class).isPresent();
        if (json && !answering) {
            return unreadable(thrown, requestId);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return byProtocol(web.getResponse().getStatus());
        }
        if (FullDisk.isOne(thrown)) {
            LOG.log(Level.WARNING, "Request {0} failed: a disk is full", requestId);
            return Failure.of(DiskSpace.refusal(), family);
        }
        if (Outage.isOne(thrown)) {
            database.missed(thrown);
            return Failure.of(Outage.refusal(), family);
        }
        if (Collision.isOne(thrown)) {
            return Failure.of(Collision.refusal(), family);
        }
        return unforeseen(thrown, requestId);
    }

    /**
     * A refusal as a servlet sends it.
     *
     * @param retryAfter seconds, or null
     */
    public record Sent(int status, String type, Object body, String retryAfter) {}

    /** A filter's refusal, in the words of the family at that path. */
    public static Sent sent(BusinessFailure failure, String path, String requestId) {
        return sent(failure, Family.at(path), requestId);
    }

    /** A refusal in the family's words, where an answer has begun already. */
    public static Sent sent(BusinessFailure failure, Family family, String requestId) {
        return sent(Failure.of(failure, family), family, requestId);
    }

    /** What the server itself answers with that status. */
    public static Sent sent(int status, String path, String requestId) {
        return sent(status, Family.at(path), requestId);
    }

    /** The same where the family is known. */
    public static Sent sent(int status, Family family, String requestId) {
        Failure failure = status >= INTERNAL
                ? new Failure(status, "internal", "The platform failed; its log has the reason under the RequestID.")
                : byProtocol(status);
        return sent(failure, family, requestId);
    }

    private static Sent sent(Failure failure, Family family, String requestId) {
        return new Sent(
                family.status(failure),
                family.refusalType().toString(),
                family.refusal(failure, requestId),
                failure.retryAfter() == null
                        ? null
                        : Long.toString(Math.max(1, failure.retryAfter().toSeconds())));
    }

    private static Failure byProtocol(int status) {
        return PROTOCOL.getOrDefault(status, new Failure(status, "request-invalid", "The request is not accepted."));
    }

    /** Servers and binders wrap what a room or an adapter threw, in layers of their own. */
    private static <T extends Throwable> Optional<T> within(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** A body that did not arrive: whoever takes its parts apart wraps what its stream threw. */
    private static boolean isLate(Throwable thrown) {
        return within(thrown, WebApplicationException.class)
                .filter(web -> web.getResponse().getStatus() == LATE)
                .isPresent();
    }

    private static Failure unreadable(Throwable cause, String requestId) {
        LOG.log(Level.FINE, cause, () -> "Request " + requestId + " does not bind");
        return new Failure(400, "body-not-json", "The body is not the JSON that the API documents.");
    }

    private static Failure violated(ConstraintViolationException violations) {
        ConstraintViolation<?> first =
                violations.getConstraintViolations().iterator().next();
        String member = null;
        for (Path.Node node : first.getPropertyPath()) {
            member = node.getName();
        }
        return new Failure(400, "member-invalid", member, member + " " + first.getMessage(), null);
    }

    private static Failure unforeseen(Throwable thrown, String requestId) {
        LOG.log(Level.SEVERE, thrown, () -> "Request " + requestId + " failed");
        return new Failure(500, "internal", "The platform failed; its log has the reason under the RequestID.");
    }
}
