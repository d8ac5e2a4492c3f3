package org.computility.shared;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A refusal that a caller can understand and mend. Each family of URIs turns it into its own words; the transaction is
 * rolled back, so a refusal leaves the store as it was.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class BusinessFailure extends RuntimeException
        permits NotFound, Conflict, Rejected, Unauthenticated, Denied, PaymentDue, Throttled, Unavailable {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String member;
    private final Member fault;
    private final String template;

    /** @param member at fault, or null */
    BusinessFailure(int status, String code, Member member, String message) {
        super(member == null ? message : member.fill(message, member.name()), null, false, false);
        this.status = status;
        this.code = code;
        this.member = member == null ? null : member.name();
        this.fault = member;
        this.template = message;
    }

    /** The HTTP status that answers it; who records a refusal without answering over HTTP uses the same. */
    public int status() {
        return status;
    }

    /** Stable, lower case, hyphenated: {@code package-in-use}. Each has its entry in the API documentation. */
    public String code() {
        return code;
    }

    /** The member of the request at fault by its neutral name, or as the edge read it; or null. */
    public String member() {
        return member;
    }

    /** The member at fault. A neutral name is spelt; a name that is already written as in a table stays. */
    public String member(UnaryOperator<String> spelling) {
        return fault == null ? null : fault.spelt(spelling);
    }

    /** The message; a neutral member in it is spelt. */
    public String message(UnaryOperator<String> spelling) {
        return fault == null ? template : fault.fill(template, fault.spelt(spelling));
    }

    /** When to try again, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
