package org.computility.shared.idempotency;

import java.time.Instant;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code idempotency_key}. */
interface ClaimedKeys {

    StatelessSession session();

    /** 1 where the key is free, or was claimed so long ago that it is free again; 0 where it is taken. */
    @SQL("""
            insert into idempotency_key as k (scope, claimed_at, seen_at) values (:scope, :now, :now)
            on conflict (scope) do update
            set claimed_at = excluded.claimed_at, seen_at = excluded.seen_at, fingerprint = null, status = null, answer = null
            where k.claimed_at < :expired and k.seen_at < :expired
            """)
    int claim(String scope, Instant now, Instant expired);

    @HQL("where scope = :scope")
    Optional<ClaimedKey> find(String scope);

    @HQL(
            "update ClaimedKey set fingerprint = :fingerprint, status = :status, answer = :answer where scope = :scope and status is null")
    int answer(String scope, byte[] fingerprint, Integer status, byte[] answer);

    @HQL("delete ClaimedKey where scope = :scope and status is null")
    int release(String scope);

    /** These calls still run. */
    @SQL("update idempotency_key set seen_at = :now where scope = any(:scopes) and status is null")
    int see(String[] scopes, Instant now);

    @HQL("delete ClaimedKey where claimedAt < :expired and seenAt < :expired")
    int purge(Instant expired);
}
