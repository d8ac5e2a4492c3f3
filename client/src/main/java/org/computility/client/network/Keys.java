package org.computility.client.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.client.network.Calls.Kind;

/**
 * Keys of applications (T/AI 123.8, clause 7.1; {@code docs/accounts.md}). A client shows a key as it shows a token: {@code
 * ComputilityClient.withToken}.
 */
public final class Keys {

    private static final String KEYS = "/platform/v1/keys";

    private final Calls calls;

    public Keys(Calls calls) {
        this.calls = calls;
    }

    /** What a key opens. */
    public enum Scope {
        READ,
        JOBS,
        SERVICES,
        CENTERS,
        ALGORITHMS,
        MARKET,
        MONEY,
        OPERATIONS
    }

    /** Internal to the wire; public because JSON-B asks for it. */
    public record NewKey(String name, Set<Scope> scopes, Instant expiresAt) {}

    /** A key; {@code key} is the secret, shown only when it is made. */
    public record Key(
            UUID id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant revokedAt,
            String key) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Key[" + id + ", " + name + "]";
        }
    }

    /** A page of them. */
    public record Found(List<Key> items, int page, int pageSize, long total) {}

    /** Makes a key of the caller's account. */
    public Key make(String name, Set<Scope> scopes, Instant expiresAt) {
        return calls.call(Kind.OWN, "POST", KEYS, Map.of(), new NewKey(name, scopes, expiresAt), Key.class);
    }

    /** The keys of the caller's account, the newest first, by page from 1. */
    public Found list(int page, int pageSize) {
        return calls.call(Kind.OWN, "GET", KEYS, Map.of("page", page, "pageSize", pageSize), null, Found.class);
    }

    /** Revokes a key. */
    public void revoke(UUID id) {
        calls.tell("DELETE", KEYS + "/" + id);
    }
}
