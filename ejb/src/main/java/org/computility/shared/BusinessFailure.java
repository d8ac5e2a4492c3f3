package org.computility.shared;

import jakarta.ejb.ApplicationException;

/**
 * A refusal that a caller can understand and mend. Each family of URIs turns it into its own words; the transaction is
 * rolled back, so a refusal leaves the store as it was.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class BusinessFailure extends RuntimeException
        permits NotFound, Conflict, Rejected, Unauthenticated, Denied, Throttled, Unavailable {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String member;

    BusinessFailure(String code, String member, String message) {
        super(message, null, false, false);
        this.code = code;
        this.member = member;
    }

    /** Stable, lower case, hyphenated: {@code package-in-use}. Each has its entry in the API documentation. */
    public String code() {
        return code;
    }

    /** The member of the request at fault, spelled as the table spells it, or null. */
    public String member() {
        return member;
    }
}
