package org.computility.audit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;

/** A call that leaves a record, from the time when its method is found until it is answered. */
final class RecordedCall {

    private static final String PROPERTY = "org.computility.audit.call";

    private final AuditRule rule;
    private boolean reachesItsMethod;
    private Object answer;
    private UUID begun;

    private RecordedCall(AuditRule rule) {
        this.rule = rule;
    }

    /** From here on the call is known by {@link #of}. */
    static void mark(ContainerRequestContext call, AuditRule rule) {
        call.setProperty(PROPERTY, new RecordedCall(rule));
    }

    /** Empty for a call without a method, or with one whose calls are not recorded. */
    static Optional<RecordedCall> of(ContainerRequestContext call) {
        return Optional.ofNullable((RecordedCall) call.getProperty(PROPERTY));
    }

    AuditRule rule() {
        return rule;
    }

    /** Nothing has refused the call so far: its target counts from now on. */
    void reachesItsMethod() {
        reachesItsMethod = true;
    }

    void answers(Object value) {
        answer = value;
    }

    void begun(UUID call) {
        begun = call;
    }

    /**
     * The ID by which the trail knows the call; null when the call was refused before it could begin, or when its room
     * records it.
     */
    UUID begun() {
        return begun;
    }

    /** On what the call acts, as far as is known by now. */
    Optional<String> target(ContainerRequestContext call) {
        return reachesItsMethod ? rule.target(new CallValues(call, answer)) : Optional.empty();
    }

    /** The account that a call without a token names; null for none. */
    String account(ContainerRequestContext call) {
        return reachesItsMethod && !rule.by().isEmpty() ? new CallValues(call, null).ofBody(rule.by()) : null;
    }
}
