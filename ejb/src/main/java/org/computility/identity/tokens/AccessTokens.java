package org.computility.identity.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code access_token}. */
interface AccessTokens {

    StatelessSession session();

    /** The tokens and application keys of these hashes, expired or not; in one statement, however many they are. */
    @SQL("""
            select t.hash, a.id, a.username, a.organisation_id, a.roles, a.enabled, t.compute_code, t.expires_at,
              cast(null as uuid) as key_id, cast(null as text) as scopes
            from access_token t join account a on a.id = t.account_id where t.hash = any(:hashes)
            union all
            select k.hash, a.id, a.username, a.organisation_id, a.roles, a.enabled, null, k.expires_at, k.id, k.scopes
            from application_key k join account a on a.id = k.account_id
            where k.hash = any(:hashes) and k.revoked_at is null
            """)
    List<StoredToken> find(byte[][] hashes);

    @HQL("delete AccessToken where hash = :hash")
    void revoke(byte[] hash);

    @HQL("delete AccessToken where accountId = :accountId")
    void revokeAll(UUID accountId);

    @HQL("delete AccessToken where computeCode = :computeCode")
    void revokeOf(String computeCode);

    @HQL("delete AccessToken where expiresAt < :before")
    void forgetExpired(Instant before);
}
