package org.computility.shared.rest;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The number under which a request is found in answers, logs and the audit trail. */
public final class RequestId {

    /** Carries it in and out. */
    public static final String HEADER = "X-Request-ID";

    private static final String ATTRIBUTE = "org.computility.request-id";
    private static final String ANSWERING = "org.computility.answering";
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The request's number; known from the first filter on. */
    public static String of(ServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    /** The same where the first filter may not have run. */
    public static String ofOrGiven(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) == null ? give(request) : of(request);
    }

    /** The same for a filter of JAX-RS, whose properties are the request's attributes. */
    public static String of(ContainerRequestContext call) {
        return String.valueOf(call.getProperty(ATTRIBUTE));
    }

    /** From here on, a value that cannot be bound to JSON belongs to our answer, no longer to the caller's request. */
    public static void answerBegins(ContainerRequestContext call) {
        call.setProperty(ANSWERING, true);
    }

    /** Whether the answer has begun. */
    public static boolean isAnswering(ServletRequest request) {
        return request.getAttribute(ANSWERING) != null;
    }

    /** Numbers the request: with the caller's number, where that is a plain word of at most 64 characters. */
    public static String give(HttpServletRequest request) {
        String offered = request.getHeader(HEADER);
        String id = offered != null && ACCEPTABLE.matcher(offered).matches() ? offered : fresh();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    // Unique is enough, it need not be secret: for a secret number all threads would wait for one source of random
    // bits.
    private static String fresh() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }
}
