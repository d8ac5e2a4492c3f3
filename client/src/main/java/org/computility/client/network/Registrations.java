package org.computility.client.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/** Registration with approval (T/AI 123.8, clause 7.1; {@code docs/accounts.md}). To ask, and to see what became of it, needs no token. */
public final class Registrations {

    private static final String REGISTRATIONS = "/platform/v1/registrations";

    private final Calls calls;

    public Registrations(Calls calls) {
        this.calls = calls;
    }

    /** Who asks for an account; {@code purpose} and {@code contact} may be null. */
    public record NewRegistration(
            String username, String password, String organisation, String purpose, String contact) {

        /** Without the password. */
        @Override
        public String toString() {
            return "NewRegistration[" + username + "]";
        }
    }

    /** What a registration is answered with; the secret is shown this once. */
    public record Receipt(UUID id, String secret, Instant expiresAt) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Receipt[" + id + "]";
        }
    }

    /** What became of it: PENDING, APPROVED, REFUSED (with a reason) or EXPIRED. */
    public record State(String state, String username, Instant expiresAt, String reason) {}

    /** A registration as an administrator or operator sees it. */
    public record Registration(
            UUID id,
            String username,
            String organisation,
            String purpose,
            String contact,
            String state,
            Instant createdAt,
            Instant expiresAt,
            Instant decidedAt,
            String decidedBy,
            String reason,
            UUID accountId) {}

    /** A page of them. */
    public record Found(List<Registration> items, int page, int pageSize, long total) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Approval(UUID organisationId, Set<String> roles, String username, String computeCode) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record Refusal(String reason) {}

    /** Asks for an account. */
    public Receipt ask(NewRegistration wanted) {
        return calls.call(Kind.OWN, "POST", REGISTRATIONS, Map.of(), wanted, Receipt.class);
    }

    /** What became of a registration. */
    public State state(Receipt receipt) {
        return calls.withHeader("X-Registration-Secret", receipt.secret())
                .call(Kind.OWN, "GET", REGISTRATIONS + "/" + receipt.id() + "/state", Map.of(), null, State.class);
    }

    /** The registrations that wait for a decision, the oldest first, by page from 1. */
    public Found pending(int page, int pageSize) {
        Map<String, Object> query = Map.of("state", "PENDING", "page", page, "pageSize", pageSize);
        return calls.call(Kind.OWN, "GET", REGISTRATIONS, query, null, Found.class);
    }

    /** One registration; for administrators, and for operators of the organisation that it names. */
    public Registration get(UUID id) {
        return calls.call(Kind.OWN, "GET", REGISTRATIONS + "/" + id, Map.of(), null, Registration.class);
    }

    /** Opens the account, under the user name that was asked for. */
    public Registration approve(UUID id, UUID organisationId, Set<String> roles) {
        return approve(id, organisationId, roles, null);
    }

    /** Opens the account under another user name. */
    public Registration approve(UUID id, UUID organisationId, Set<String> roles, String username) {
        return decide(id, "approval", new Approval(organisationId, roles, username, null));
    }

    /** Opens the account of a device, which may register this code, or codes that begin with it. */
    public Registration approveDevice(UUID id, UUID organisationId, String computeCode) {
        return decide(id, "approval", new Approval(organisationId, Set.of("DEVICE"), null, computeCode));
    }

    /** Refuses it; the applicant sees the reason. */
    public Registration refuse(UUID id, String reason) {
        return decide(id, "refusal", new Refusal(reason));
    }

    private Registration decide(UUID id, String how, Object body) {
        return calls.call(Kind.OWN, "POST", REGISTRATIONS + "/" + id + "/" + how, Map.of(), body, Registration.class);
    }
}
